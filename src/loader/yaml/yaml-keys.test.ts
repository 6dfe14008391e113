import { isMap, parseDocument } from "yaml";
import { expect, test } from "vitest";
import { YAML_OPTIONS } from "./yaml-faults.ts";
import { lookupIn, repeatedKeys } from "./yaml-keys.ts";

const parsed = (text: string) => parseDocument(text, YAML_OPTIONS);

test("values and keys are found by their paths, in lists too", () => {
  const { nodeAt, keyAt } = lookupIn(parsed("a:\n  - b: one\n  - two\nc:\n"));
  expect(nodeAt(["a", 0, "b"])?.toJSON()).toBe("one");
  expect(nodeAt(["a", 1])?.toJSON()).toBe("two");
  expect(keyAt(["a", 0, "b"])?.value).toBe("b");
  expect(keyAt(["c"])?.value).toBe("c");
  expect(nodeAt([])?.toJSON()).toEqual({ a: [{ b: "one" }, "two"], c: null });
  for (const path of [["d"], ["a", 2], ["a", "b"], ["c", "d"], ["a", 1, "e"]]) {
    expect(nodeAt(path)).toBeUndefined();
    expect(keyAt(path)).toBeUndefined();
  }
});

test("a key that stands twice is told with the first of its name, in any mapping", () => {
  const repeated = repeatedKeys(parsed("a: 1\nb: {c: 2, d: 3, c: 4}\na: 5\n'a': 6\n"));
  expect(
    repeated.map(({ first, again }) => [first.key.value, first.value, again.value].map(String)),
  ).toEqual([
    ["a", "1", "5"],
    ["a", "1", "6"],
    ["c", "2", "4"],
  ]);
  expect(repeatedKeys(parsed("a: 1\nb: {a: 1}\n"))).toEqual([]);
});

test("a mapping is gone through once, however many of its keys are asked for", () => {
  const names = Array.from({ length: 500 }, (_, at) => `key-${at}`);
  const document = parsed(names.map((name) => `${name}: value\n`).join(""));
  const { contents } = document;
  if (!isMap(contents)) throw new Error("No mapping was read.");
  let steps = 0;
  contents.items = new Proxy(contents.items, {
    get: (items, name, receiver): unknown => {
      steps += 1;
      return Reflect.get(items, name, receiver);
    },
  });
  const { nodeAt, keyAt } = lookupIn(document);
  for (const name of names) {
    expect(nodeAt([name])?.toJSON()).toBe("value");
    expect(keyAt([name])?.value).toBe(name);
  }
  expect(repeatedKeys(document)).toEqual([]);
  expect(steps).toBeLessThan(10 * names.length);
});
