import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { unwrapped, yamlText } from "./yaml-text.ts";

describe("a text as YAML", () => {
  test.each([
    ["A headline", "A headline"],
    ["Feeds: a return", "'Feeds: a return'"],
    ["It's back: feeds", '"It\'s back: feeds"'],
    [`"It's" back: feeds`, `'"It''s" back: feeds'`],
    ["#metoo at five", "'#metoo at five'"],
    ["https://paper.example/a", "https://paper.example/a"],
    ["007", "'007'"],
    ["yes", "'yes'"],
    ["@ada", "'@ada'"],
    ["Two\n lines", "Two lines"],
  ])("%j is %s", (text, yaml) => {
    expect(yamlText(text)).toBe(yaml);
  });

  test("is read as that text, also between brackets and braces", () => {
    const signs = [
      "a",
      " ",
      ":",
      "#",
      "'",
      '"',
      ",",
      "[",
      "]",
      "{",
      "}",
      "-",
      "?",
      "&",
      "*",
      "!",
      "|",
      ">",
      "%",
      "@",
      "`",
      "\\",
      "1",
      ".",
      "é",
      "“",
      "~",
    ];
    let state = 11;
    const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
    for (let count = 0; count < 600; count += 1) {
      let text = "";
      for (let at = 0; at < 1 + (count % 7); at += 1) text += signs[next() % signs.length] ?? "";
      text = text.trim();
      const yaml = yamlText(text);
      expect(parse(`a: ${yaml}`), text).toEqual({ a: text });
      expect(parse(`a: [${yaml}, b]`), text).toEqual({ a: [text, "b"] });
      expect(parse(`a: { b: ${yaml}, c: d }`), text).toEqual({ a: { b: text, c: "d" } });
    }
  });
});

test.each([
  ["“Feeds”", "Feeds"],
  ["„Feeds“", "Feeds"],
  ["« Feeds »", "Feeds"],
  ["‘It’s back’", "It’s back"],
  ["”Feeds”", "Feeds"],
  ["`Feeds`", "Feeds"],
  ["“One” and “two”", undefined],
  ["“One” is", undefined],
  ["Feeds", undefined],
])("%s holds %j between marks that are none to YAML", (text, inner) => {
  expect(unwrapped(text)?.inner).toBe(inner);
});
