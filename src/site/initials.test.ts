import { expect, test } from "vitest";
import { initialsOf } from "./initials.ts";

function shown(names: string[], language: string): string[] {
  return initialsOf(names, (name) => name, language).map(
    ({ initial, entries }) => `${initial}: ${entries.join(", ")}`,
  );
}

test("names are parted by their first letters, whatever their case and accent", () => {
  expect(shown(["18F", "50 states", "ada", "Élan", "eve", "Zoë"], "en")).toEqual([
    "#: 18F, 50 states",
    "A: ada",
    "É: Élan, eve",
    "Z: Zoë",
  ]);
});

test("a letter of its own in a language is a group of its own", () => {
  expect(shown(["zebra", "Ängel"], "sv")).toEqual(["Z: zebra", "Ä: Ängel"]);
  expect(shown(["Angel", "Ängel"], "de")).toEqual(["A: Angel, Ängel"]);
});

test("letters beyond the first plane and other scripts stand whole", () => {
  expect(shown(["𐐀bc", "中文", "Ω"], "en")).toEqual(["𐐀: 𐐀bc", "中: 中文", "Ω: Ω"]);
});
