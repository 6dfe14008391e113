import { expect, test } from "vitest";
import { EditRefused } from "./editable-yaml.ts";
import { scalarEdits } from "./scalar-edits.ts";
import { applyTextEdits } from "../domain/text-edits.ts";

const changed = (file: string, text: string): string =>
  applyTextEdits(
    text,
    scalarEdits(file, text, ({ value }) => (value === "old" ? "new: 'one'" : undefined)),
  );

test.each([
  ["plain", "a: old # why\n", `a: "new: 'one'" # why\n`],
  ["in single marks", "a: 'old'\n", "a: 'new: ''one'''\n"],
  ["in double marks", 'a: "old"\n', `a: "new: 'one'"\n`],
  ["a key", "old: a\n", `"new: 'one'": a\n`],
  ["in lists", "a: [old, b]\nc:\n  - old\n", `a: ["new: 'one'", b]\nc:\n  - "new: 'one'"\n`],
  ["of JSON", '{ "old": ["old", 1] }\n', `{ "new: 'one'": ["new: 'one'", 1] }\n`],
  ["a part of a text", "a: old one\n", "a: old one\n"],
])("a text is another one: %s", (_, before, after) => {
  expect(changed("a.yaml", before)).toBe(after);
});

test("in front matter alone", () => {
  expect(changed("a.md", "\uFEFF---\r\na: old\r\n---\r\n\r\nold\r\n")).toBe(
    "\uFEFF---\r\na: \"new: 'one'\"\r\n---\r\n\r\nold\r\n",
  );
  expect(() => changed("a.yaml", "a: [\n")).toThrow(EditRefused);
});
