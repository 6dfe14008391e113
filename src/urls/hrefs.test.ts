import { expect, test } from "vitest";
import { absolute, href, hrefWithFragment } from "./hrefs.ts";

const site = { base: "/paper/", origin: "https://paper.example" };

test("every sign of a path that means something else in an address is encoded", () => {
  expect(href(site, "/files/a#b?c d%.pdf")).toBe("/paper/files/a%23b%3Fc%20d%25.pdf");
  expect(absolute(site, "/caf\u00e9/")).toBe("https://paper.example/paper/caf%C3%A9/");
});

test("a base that is encoded is not encoded again", () => {
  const encoded = { base: "/caf%C3%A9/", origin: "https://paper.example" };
  expect(href(encoded, "/é/")).toBe("/caf%C3%A9/%C3%A9/");
  expect(absolute(encoded, "/")).toBe("https://paper.example/caf%C3%A9/");
});

test("a fragment stays one", () => {
  expect(hrefWithFragment(site, "/2024/05/new/#why not")).toBe("/paper/2024/05/new/#why%20not");
  expect(hrefWithFragment(site, "/a/")).toBe("/paper/a/");
});
