import { BELOW, FOUND } from "../marked-words.ts";
import type { FoundPart } from "./found-parts.ts";

/** Most words that an address carries; an article that has a word in more forms shows the first of them. */
const MOST = 12;

/**
 * The words of a record that were found, each once, as the text has them, in lower case. Those that stand side by side
 * with nothing but a sign between are one: `end-to-end`, `$100`, `東京`.
 */
export function foundForms(parts: readonly Pick<FoundPart, "text" | "words">[]): string[] {
  const forms = new Set<string>();
  for (const { text, words } of parts) {
    let start: number | undefined;
    for (const [at, { found, start: from, end }] of words.entries()) {
      if (!found) continue;
      start ??= from;
      const next = words[at + 1];
      if (next?.found === true && next.glued) continue;
      if (forms.size < MOST) forms.add(text.slice(start, end).toLowerCase());
      start = undefined;
    }
  }
  return [...forms];
}

/**
 * The address of a page with words to be marked there. They stand behind the `#`, which no server is told, and the
 * page takes them away as soon as it has read them.
 */
export function markedAddress(url: string, forms: readonly string[], below = ""): string {
  const plain = below === "" ? url : `${url}#${encodeURIComponent(below)}`;
  if (forms.length === 0) return plain;
  const told = new URLSearchParams({ [FOUND]: forms.join(" ") });
  if (below !== "") told.set(BELOW, below);
  return `${url}#${told.toString()}`;
}
