import { expect, test } from "vitest";
import { phpPart, phpValue } from "./php-value.ts";

test.each([
  ["N;", null],
  ["b:1;", true],
  ["i:-12;", -12],
  ["d:1.5;", 1.5],
  ['s:5:"Kö;"";', 'Kö;"'],
  ['a:2:{i:0;s:1:"a";s:1:"b";a:0:{}}', { 0: "a", b: {} }],
  ['O:3:"Foo":1:{s:1:"a";i:1;}', { a: 1 }],
  ["", undefined],
  ["words", undefined],
  ['s:5:"ab";', undefined],
  ['a:99999999:{i:0;s:1:"a";}', undefined],
  [`${"a:1:{i:0;".repeat(1000)}N;${"}".repeat(1000)}`, undefined],
])("%j is %j", (text, expected) => {
  const value = phpValue(text);
  expect(value === undefined ? undefined : JSON.parse(JSON.stringify(value))).toEqual(expected);
});

test("a key that every object has is no part of a value", () => {
  expect(phpPart(phpValue('a:1:{s:9:"__proto__";i:1;}'), "toString")).toBeUndefined();
  expect(phpPart(phpValue('a:1:{s:1:"a";i:1;}'), "a")).toBe(1);
  expect(({} as Record<string, unknown>)["1"]).toBeUndefined();
});
