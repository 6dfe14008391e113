import { parseBody } from "../../markdown/parse-body.ts";
import { textOf } from "../../markdown/text.ts";
import { wordOffsets } from "../../markdown/words.ts";

/** A text as it is compared: the file, its headline and its standfirst. */
export interface ComparedText {
  file: string;
  text: string;
  title: string;
  description: string;
}

/**
 * How many words readers see in one of two states of a text and not in the other, whichever has more. Markup, blanks, the
 * form of quotation marks and the order of the words do not count.
 */
export function changedWords(before: ComparedText, now: ComparedText): number {
  const left = counted(wordsOf(before));
  let added = 0;
  for (const word of wordsOf(now)) {
    const count = left.get(word) ?? 0;
    if (count === 0) added += 1;
    else left.set(word, count - 1);
  }
  let removed = 0;
  for (const count of left.values()) removed += count;
  return Math.max(added, removed);
}

function wordsOf({ file, text, title, description }: ComparedText): string[] {
  const { tree } = parseBody(text, file.endsWith(".mdx") ? "mdx" : "md");
  const whole = `${title} ${description} ${textOf(tree)}`.normalize("NFKC");
  const offsets = wordOffsets(whole);
  return offsets.map((start, at) =>
    whole.slice(start, offsets[at + 1]).replaceAll(/[^\p{L}\p{N}\p{M}]/gu, ""),
  );
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
