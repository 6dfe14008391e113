import { expect, test } from "vitest";
import { tagLocation } from "./tag-location.ts";

const KEY = { line: 2, column: 1, length: 4 };

test.each([
  ["tags: [net zero, net, .net]", "net", "2:18"],
  ["tags: [ 'Core Update' , \"C++\" ]", "C++", "2:26"],
  ["tags: [ 'Core Update' ]", "Core Update", "2:10"],
  ["tags:\n  - net zero\n  - net # note", "net", "4:5"],
  ["tags:\n- net zero\n- 'net'", "net", "4:4"],
  ["tags: [\n  net zero,\n  net,\n]", "net", "4:3"],
  ["tags: [a]\nkicker: [net]", "net", "2:1"],
  ["tags: [net]\r", "net", "2:8"],
])("in %j, %j stands at %s", (yaml, tag, location) => {
  const { line, column } = tagLocation(`---\n${yaml}\n---\n- net\n`, KEY, tag);
  expect(`${line}:${column}`).toBe(location);
});
