import { expect, test } from "vitest";
import { badBackslashes, badReferences } from "./written-escapes.ts";

test.each([
  ["a &#27; b &#x1B; c &#X1b d", ["&#27;", "&#x1B;", "&#X1b"]],
  ["&#0; &#x0; &#146; &#xD800; &#xFFFF; &#x110000; &#99999999999;", 7],
  ["&#9; &#10; &#13; &#65; &#233; &#xFFFD; &#128512; &amp; &#; &#x;", 0],
])("of %j those references are bad that give nothing to print", (source, expected) => {
  const written = [...badReferences(source)].map((bad) => bad.written);
  if (typeof expected === "number") expect(written).toHaveLength(expected);
  else expect(written).toEqual(expected);
});

test.each([
  [String.raw`"\u0000 \0 \e \a \x1b \u{1b} \U0000001B"`, 7],
  [String.raw`"\ud83d\ude00 \n \t \r \x41 \u00e9 \u{1F600} \U0001F600"`, 0],
  [String.raw`"\ud83d and \ude00"`, 2],
  [String.raw`"C:\\u0000 \\\e"`, 1],
])("of %s so many escapes are bad", (source, count) => {
  expect([...badBackslashes(source)]).toHaveLength(count);
});

test("each is given with its place and its number", () => {
  expect([...badReferences("ab&#x1f;")]).toEqual([{ index: 2, written: "&#x1f;", code: 0x1f }]);
  expect([...badBackslashes(String.raw`a\e`)]).toEqual([{ index: 1, written: "\\e", code: 0x1b }]);
});
