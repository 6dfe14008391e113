import type { Paragraph, Root, RootContent } from "mdast";
import type { Body } from "../../markdown/body.ts";
import "../../markdown/components/registry.ts";
import { parseBody } from "../../markdown/parse-body.ts";
import { addNote } from "./conversion.ts";
import type { Conversion } from "./conversion.ts";
import { plainText, writeMdx } from "./write-mdx.ts";

/** A text and how Stet reads it. */
export interface CheckedText {
  text: string;
  /** The text below front matter, as Stet reads it: positions of the body are those in it. */
  source: string;
  body: Body;
}

/** Most UTF-16 units of a text that is cut, which is below what the check refuses. */
const MOST = 1_500_000;

/**
 * The text of a tree, as Stet reads it without an error. A block that it would refuse is kept as plain words, and noted;
 * if that does not help, the whole text is.
 */
export function checkedText(tree: Root, conversion: Conversion): CheckedText {
  const first = readBack(tree);
  if (first !== undefined) return first;
  const mended: Root = {
    type: "root",
    children: tree.children.flatMap((block) => {
      if (readBack({ type: "root", children: [block] }) !== undefined) return [block];
      addNote(
        conversion,
        "look",
        `A block that could not be converted is plain text: ${plainText(block)}`,
      );
      return paragraphsOf(block);
    }),
  };
  const second = readBack(mended);
  if (second !== undefined) return second;
  addNote(conversion, "look", "The text could not be converted: it is plain text");
  const words = plainText(tree);
  if (words.length > MOST)
    addNote(
      conversion,
      "lost",
      `The text is too long: ${words.length - MOST} characters at its end`,
    );
  const kept = words.slice(0, MOST).toWellFormed();
  const plain = readBack({ type: "root", children: paragraphs(kept) });
  return plain ?? inCode(kept);
}

/** The text of a tree and how it is read; undefined where that is refused. */
function readBack(tree: Root): CheckedText | undefined {
  const read = readText(writeMdx(tree));
  return read.body.diagnostics.some(({ severity }) => severity === "error") ? undefined : read;
}

/** The words of a block as paragraphs; in a block of code, where even those are refused. */
function paragraphsOf(block: RootContent): RootContent[] {
  const made = paragraphs(plainText(block));
  return readBack({ type: "root", children: made }) === undefined
    ? [{ type: "code", lang: null, meta: null, value: plainText(block) }]
    : made;
}

function paragraphs(words: string): Paragraph[] {
  return words
    .split(/\n{2,}/)
    .map((one) => one.replace(/\s+/g, " ").trim())
    .filter((one) => one !== "")
    .map((value) => ({ type: "paragraph", children: [{ type: "text", value }] }));
}

function inCode(words: string): CheckedText {
  return readText(
    writeMdx({
      type: "root",
      children: [{ type: "code", lang: null, meta: null, value: words }],
    }),
  );
}

/** What a text stands below in its file; a rule at its beginning would be taken for front matter else. */
const FRONT = "---\ntitle: A text\n---\n\n";

function readText(text: string): CheckedText {
  const source = FRONT + text;
  return { text, source, body: parseBody(source, "mdx") };
}
