import { expect, test } from "vitest";
import { cleanLine, cleanText } from "./clean-text.ts";

test.each([
  ["a\r\nb\rc\u2028d", "a\nb\nc\nd", []],
  ["a \n\n\n\n b ", "a\n\n b", []],
  ["\u001B]0;x\u0007a\u009Bb\uD800", "]0;xab", ["U+001B", "U+0007", "U+009B", "U+D800"]],
  ["\u202Eevil\u202C", "evil", ["U+202E", "U+202C"]],
  ["hi \u2066@ada\u2069!", "hi \u2066@ada\u2069!", []],
  ["hi \u2067@ada!\nok \u2066x\u2069", "hi @ada!\nok \u2066x\u2069", ["U+2067"]],
  ["\u2069a\u2066", "a", ["U+2069", "U+2066"]],
  ["\u200Fשלום\u200E 👩‍🚀", "\u200Fשלום\u200E 👩‍🚀", []],
])("%j is kept as %j", (written, text, removed) => {
  expect(cleanText(written)).toEqual({ text, removed });
});

test("a line has neither line ends nor directions", () => {
  expect(cleanLine("The\n lock \u2066keeper\u2069").text).toBe("The lock keeper");
});
