import { describe, expect, test } from "vitest";
import { growth } from "../../tests/tools/counted-steps.ts";
import type { BodyFormat } from "../domain/body.ts";
import "./components/registry.ts";
import { parseBody } from "./parse-body.ts";
import { OBJECT, proseBlocks } from "./prose-blocks.ts";

const blocksOf = (source: string, format: BodyFormat = "mdx") =>
  proseBlocks(parseBody(source, format).tree, source);

/** The texts of blocks with what they are. */
const told = (source: string, format?: BodyFormat): string[] =>
  blocksOf(source, format).map(
    ({ kind, text, isQuotation, language = "" }) =>
      `${kind}${isQuotation ? " quoted" : ""}${language && ` ${language}`}: ${text.replaceAll(OBJECT, "□")}`,
  );

test("running text is that of headings, paragraphs, lists and captions; code and tables are data", () => {
  expect(
    told(`## A heading

A paragraph with \`code\`, a [link](https://a.example/) and ![an image](./a.svg).

- an item
- another

| a | table |
| - | - |
| of | data |

\`\`\`
code
\`\`\`

<Figure src="./a.svg" alt="A lock" caption="At the quay" credit="Ada" />
`),
  ).toEqual([
    "heading: A heading",
    "paragraph: A paragraph with □, a link and □.",
    "item: an item",
    "item: another",
    "caption: A lock",
    "caption: At the quay",
  ]);
});

test("quotations are those set apart, and the answers of an interview", () => {
  expect(
    told(`> Said one.

<PullQuote>

Said two.

</PullQuote>

<QandA asks="Ada" answers="Grace">

**Is it so?**

It is.

</QandA>
`),
  ).toEqual([
    "paragraph quoted: Said one.",
    "paragraph quoted: Said two.",
    "heading: Is it so?",
    "paragraph quoted: It is.",
  ]);
});

test("text in another language is marked, or left out of a sentence", () => {
  expect(
    told(
      `<p lang="fr">Le port est fermé.</p>\n\nIt is <i lang="la">ad hoc</i>, <q>he said</q>.\n`,
      "md",
    ),
  ).toEqual(["paragraph fr: Le port est fermé.", "paragraph: It is □, □."]);
});

describe("words have their place in the source", () => {
  const SOURCES: readonly [string, BodyFormat, string][] = [
    ["behind what is escaped", "md", String.raw`A \* b &amp; c [wrold](/a) d`],
    ["on a further line of a quotation", "md", "> A line\n> and a wrold of it"],
    ["on a further line of a list", "md", "- A line\n  and a wrold of it"],
    ["with CRLF before it", "md", "A line\r\n\r\nand a **wrold**"],
    ["in an attribute", "mdx", '<Figure src="./a.svg" alt="A wrold" />'],
    ["in a component", "mdx", "<Callout>\n\nA wrold.\n\n</Callout>"],
    ["behind letters of two units", "md", "𝒜 𝒷 wrold"],
  ];

  test.each(SOURCES)("%s", (_, format, source) => {
    for (const { text, placeAt } of blocksOf(source, format)) {
      const at = text.indexOf("wrold");
      if (at === -1) continue;
      const { line, column, length } = placeAt(at, "wrold".length);
      const written = source.split(/\r\n|\n/)[line - 1] ?? "";
      expect(written.slice(column - 1, column - 1 + (length ?? 0))).toBe("wrold");
      return;
    }
    expect.fail("There is no such word.");
  });
});

test("an attribute that is not written as it is read has the place of all of it", () => {
  const source = '<Figure src="./a.svg" alt="A &amp; b wrold" />\n';
  const [block] = blocksOf(source);
  expect(block?.text).toBe("A & b wrold");
  expect(block?.placeAt(6, 5)).toMatchObject({ line: 1, column: 28 });
});

test.each<[string, (size: number) => string]>([
  ["words", (size) => "Some words in a row, and more. ".repeat(size)],
  ["paragraphs", (size) => "A paragraph.\n\n".repeat(size)],
  ["what is escaped", (size) => String.raw`\* `.repeat(size)],
])("blocks of %s take time in proportion", (_, text) => {
  const read = (size: number) => blocksOf(text(size), "md").map(({ placeAt }) => placeAt(0, 1));
  expect(growth(read, 100)).toBeLessThan(2.5);
});
