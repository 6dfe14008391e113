import { expect, test } from "vitest";
import { jsonFaultAt } from "./json-fault.ts";

test.each([
  ['{"a": tru}', '{"a": tru'.length],
  ['{"a": }', '{"a": '.length],
  ["{'a': 1}", 1],
  ['{"a": 1 x}', '{"a": 1 '.length],
  ['{"a": 1, }', '{"a": 1, '.length],
  ['{"a": 1} tail', '{"a": 1} '.length],
  ['{"a": "b\nc"}', '{"a": "b'.length],
  ['["\\x"]', '["\\'.length],
  ["[1, 02]", "[1, 0".length],
  [`{"long": "${"x".repeat(100)}", "a": nul, "b": 1}`, 8 + 104 + 9],
  ["<html>", 0],
])("%j stops being JSON at %d", (text, at) => {
  expect(jsonFaultAt(text)).toBe(at);
});

test.each(["", '{"a": [1, 2', '{"a": "b', '{"a": tr', "-", "[1.", '["\\u00', "{"])(
  "%j breaks off at its end",
  (text) => {
    expect(jsonFaultAt(text)).toBe(text.length);
  },
);

test.each(["{}", "[1, 2.5e3]", '"\\u00e9"', "null"])("%s is JSON", (text) => {
  expect(jsonFaultAt(text)).toBeUndefined();
});
