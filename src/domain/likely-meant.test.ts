import { expect, test } from "vitest";
import { likelyMeant } from "./likely-meant.ts";

const KNOWN = ["harbour-news", "plain", "chart-2.png", "My Photo.JPG", "one.jpg", "red", "rod"];

test.each([
  ["harbour-nws", "harbour-news"],
  ["plian", "plain"],
  ["my-photo.jpg", "My Photo.JPG"],
  ["Harbour_News", "harbour-news"],
])("%s means %s", (written, meant) => {
  expect(likelyMeant(written, KNOWN)).toBe(meant);
});

test.each([
  ["nope.jpg", "too short to be one.jpg"],
  ["chart-3.png", "another chart"],
  ["one.png", "another format"],
  ["rid", "two are as near"],
  ["plans", "two edits in five letters"],
  ["", "nothing"],
])("%j means none of them: %s", (written) => {
  expect(likelyMeant(written, KNOWN)).toBeUndefined();
});

test("of two as near as each other neither is offered, in whatever order, and a nearer one is", () => {
  expect(likelyMeant("lock", ["look", "luck"])).toBeUndefined();
  expect(likelyMeant("lock-makers", ["luck-makres", "lock-maker", "lock-bakers"])).toBeUndefined();
  expect(likelyMeant("lock-makers", ["luck-makres", "lock-bakers"])).toBe("lock-bakers");
});
