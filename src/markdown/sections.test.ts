import { expect, test } from "vitest";
import { parseBody } from "./parse-body.ts";
import { bodySections } from "./sections.ts";

const sectionsOf = (text: string) => bodySections(parseBody(`---\ntitle: x\n---\n${text}`, "md"));

test("a body is parted at its headings, with the ids that its page has", () => {
  expect(
    sectionsOf("Before.\n\n## One & two\n\nText\nof *one*.\n\n- item\n\n### Deeper\n\n## Empty\n"),
  ).toEqual([
    { text: "Before." },
    { heading: { text: "One & two", id: "one--two" }, text: "Text of one. item" },
    { heading: { text: "Deeper", id: "deeper" }, text: "" },
    { heading: { text: "Empty", id: "empty" }, text: "" },
  ]);
});

test("a heading inside a quotation parts nothing, and notes belong to the last section", () => {
  expect(sectionsOf("> ## Quoted\n>\n> words[^1]\n\n[^1]: A note.\n")).toEqual([
    { text: "Quoted words A note." },
  ]);
});

test("blanks are one, but those that keep a number together stay as they are", () => {
  expect(sectionsOf("Some  2\u202F000\nat\u00A0once: 5\u00A0 km")).toEqual([
    { text: "Some 2\u202F000 at\u00A0once: 5\u00A0 km" },
  ]);
});

test("an empty body has no section", () => {
  expect(sectionsOf("")).toEqual([]);
});
