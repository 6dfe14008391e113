import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { chanceFrom } from "../../tests/build/random.ts";
import { printable } from "./terminal-text.ts";
import { inertCode, inertMessage, inertText } from "./inert-text.ts";

const gfm = unified().use(remarkParse).use(remarkGfm).freeze();

/** What a text that somebody wrote may be made of, to be more than text. */
const PIECES = [
  ..."\\`*_{}[]()<>#+-.!|~&@:/$%^\"'= \n\t",
  ..."ab1é漢",
  ...[
    "www.a.example",
    "https://",
    "a@b.example",
    "@name",
    "#1",
    "GH-1",
    "![",
    "](x)",
    "[^1]",
    "]:",
  ],
  ...[
    "&lt;",
    "&#64;",
    "<!--",
    "-->",
    "<b>",
    "</td>",
    "```",
    "~~~",
    "$$",
    "\\|",
    "| --- |",
    "\u202E",
  ],
];

/** Everything that stands in a tree but for what every cell of a table has. */
function kindsIn(node: Nodes): string[] {
  return [node.type, ...("children" in node ? node.children.flatMap(kindsIn) : [])];
}

function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map((child) => textOf(child)).join("") : "";
}

const TABLE = [
  "root",
  "table",
  "tableRow",
  "tableCell",
  "tableCell",
  "tableRow",
  "tableCell",
  "tableCell",
];

test.each([
  ["text", inertText],
  ["code", inertCode],
  ["message", inertMessage],
] as const)("%s of any signs is nothing but itself, in a cell and as a line", (_, inert) => {
  const chance = chanceFrom(7);
  for (let round = 0; round < 400; round += 1) {
    const length = 1 + chance.below(9);
    const written = Array.from({ length }, () => chance.one(PIECES)).join("");
    const made = inert(written, 10_000);
    const shown = printable(written.replace(/\s+/g, " ")).trim();
    const table = gfm.parse(`| a | b |\n| --- | --- |\n| ${made} | end |`);
    const kinds = kindsIn(table).filter((kind) => kind !== "text" && kind !== "inlineCode");
    expect(kinds, written).toEqual(TABLE);
    if (inert !== inertMessage)
      expect(textOf(table).replaceAll("\u200B", ""), written).toBe(`ab${shown}end`);
    const heading = gfm.parse(`#### ${made}`);
    expect(kindsIn(heading).filter((kind) => kind !== "text" && kind !== "inlineCode")).toEqual([
      "root",
      "heading",
    ]);
    expect(made).not.toMatch(/(?<!`[^`]*)(?:@\w|#\d|:\/\/|www\.)/i);
  }
});
