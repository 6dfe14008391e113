import { expect, test } from "vitest";
import { growth } from "../../tests/tools/counted-steps.ts";
import type { BodyFormat } from "../domain/body.ts";
import { parseBody } from "./parse-body.ts";
import { feedHtml, pageHtml } from "./render-body.ts";
import { bodySections } from "./sections.ts";
import { testTargets } from "../../tests/fixtures/body-targets.ts";

const FILL = 100;

const update = (text: string): string =>
  `<LiveUpdate time="2026-03-31T10:00:00Z" id="a">\n\n${text}\n\n</LiveUpdate>\n\n`;

/** Texts that a look at every sign, or at every two, would tell apart: each of so many signs, words or lines. */
const TEXTS: readonly [what: string, format: BodyFormat, text: (size: number) => string][] = [
  ["words", "md", (size) => "Some words in a row, and more. ".repeat(size)],
  ["an address that ends in stars", "md", (size) => `www.a${"*".repeat(size)}b and “c”`],
  ["addresses with quotes in them", "md", (size) => "www.a.example/“b” ".repeat(size)],
  ["blanks in a line that begins like a heading", "md", (size) => `##a${" ".repeat(size)}b`],
  ["hashes in a line that begins like a heading", "md", (size) => `##a ${"#".repeat(size)} b`],
  ["a long word before a mark", "md", (size) => `${"a".repeat(size)} b** c`],
  ["a long word before a mark on both sides", "md", (size) => `${"a".repeat(size)}**b ** c`],
  ["dashes below words and a bar", "md", (size) => `a | b\n${"-".repeat(size)}c | d`],
  ["blanks before a row", "md", (size) => `${" ".repeat(size)}a${"|".repeat(20)}`],
  ["rows that are too long", "md", (size) => `| a |\n| - |\n${"| b | c |\n".repeat(size)}`],
  ["a row that is much too long", "md", (size) => `| a |\n| - |\n|${" b |".repeat(size)}\n`],
  ["tables without a head", "md", (size) => "| - | - |\n| a | b |\n\n".repeat(size)],
  ["links to one address", "md", (size) => `${"[a][x] ".repeat(size)}\n\n[x]: /a`],
  [
    "links by names that are nearly those of addresses",
    "md",
    (size) =>
      Array.from({ length: size }, (_, at) => `[name ${at}]: /a\n[b][mame ${at}]\n\n`).join(""),
  ],
  ["marks of notes that are nowhere", "md", (size) => "[^a] b ".repeat(size)],
  ["marks of one note", "md", (size) => `${"a[^1] ".repeat(size)}\n\n[^1]: Note.`],
  ["tags on one line", "md", (size) => `<div>${"<i>a</i>".repeat(size)}</div>`],
  ["a long value in a tag", "md", (size) => `a <a title="${"b".repeat(size)}">c</a>`],
  ["a value without quotes", "md", (size) => `a <a href=/${"b".repeat(size)}"c>d</a>`],
  [
    "pictures in an item of a list",
    "md",
    (size) => `- a\n\n  ${"![b](/c.png)\n\n  ".repeat(size)}`,
  ],
  ["ids of one name", "md", (size) => `<p id="a">b</p>\n\n`.repeat(size)],
  ["headings of one name", "md", (size) => "## a\n\n".repeat(size)],
  ["blanks behind a shortcode", "md", (size) => `a {{<${" ".repeat(size)}}}`],
  ["blanks in words in brackets", "md", (size) => `[a](${" ".repeat(size)}b "c`],
  ["updates of one name", "mdx", (size) => update("Words.").repeat(size / FILL + 2)],
  ["quotes in a tag", "mdx", (size) => `<Figure alt="${'" '.repeat(size)}\n\nb`],
  ["blanks in a tag", "mdx", (size) => `<Figure alt="${" ".repeat(size)}b\n\nc`],
  ["empty lines in a component", "mdx", (size) => `<Aside>${"\n".repeat(size)}`],
  ["code marks that end nowhere", "mdx", (size) => "a `b {1} ``c ".repeat(size)],
];

test.each(TEXTS)("%s take steps in proportion to their number", (_, format, text) => {
  const targets = testTargets();
  const read = (size: number): void => {
    const body = parseBody(text(size), format);
    expect(body.metadata.words).toBeGreaterThanOrEqual(0);
    pageHtml(body, targets);
    feedHtml(body, targets);
    bodySections(body, targets);
  };
  expect(growth(read)).toBeLessThan(2.5);
});
