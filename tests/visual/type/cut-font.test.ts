import { readFileSync } from "node:fs";
import { create } from "fontkit";
import { expect, test } from "vitest";
import { averageWidth, lineMeasures } from "./average-width.ts";
import { cutFont } from "./cut-font.ts";

const FRANKLIN = readFileSync(
  "node_modules/@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2",
);
const cutting = { axes: { wght: { min: 400, max: 700 } }, features: ["kern"] };

test("a cut font has the letters and weights asked for, and no others", async () => {
  const made = create(await cutFont(FRANKLIN, "Read me", cutting));
  if (!("characterSet" in made)) throw new Error("One font was expected.");
  const letters = made.characterSet.filter((point) => point < 0xfff0).sort((a, b) => a - b);
  expect(String.fromCodePoint(...letters)).toBe(" Radem");
  expect(made.variationAxes).toMatchObject({ wght: { min: 400, max: 700 } });
});

test("equal input makes equal bytes", async () => {
  const [one, other] = [
    await cutFont(FRANKLIN, "ab", cutting),
    await cutFont(FRANKLIN, "ab", cutting),
  ];
  expect(one.equals(other)).toBe(true);
});

test("a name that the licence reserves is taken out of the font", async () => {
  const renamed = { reserved: "Franklin", by: "Benjamin" };
  const made = create(await cutFont(FRANKLIN, "ab", { ...cutting, renamed }));
  if (!("familyName" in made)) throw new Error("One font was expected.");
  expect(made.familyName).toContain("Benjamin");
  await expect(
    cutFont(FRANKLIN, "ab", { ...cutting, renamed: { reserved: "Franklin", by: "Ben" } }),
  ).rejects.toThrow("Ben is not as long as Franklin.");
});

test("a bolder weight is wider", async () => {
  const regular = await averageWidth(FRANKLIN, { wght: 400 });
  expect(regular).toBeGreaterThan(0.4);
  expect(await averageWidth(FRANKLIN, { wght: 700 })).toBeGreaterThan(regular);
});

test("the heights of a font are parts of the type size", () => {
  expect(lineMeasures(FRANKLIN)).toEqual({ ascent: 0.966, descent: 0.246, gap: 0 });
});
