import { spacedWords } from "../spaced-words.ts";
import type { PagefindFragment } from "./pagefind.ts";

/** So many letters in a row must be found for a word to be met: beginnings and endings differ between its forms. */
const LETTERS = 3;

/**
 * Whether a record has anything of a query. For a word that no record has, Pagefind takes shorter and shorter
 * beginnings of it, down to one letter, and what it finds then is no answer.
 */
export function meetsQuery(
  { content, locations }: Pick<PagefindFragment, "content" | "locations">,
  query: string,
): boolean {
  if (locations.length === 0) return true;
  const words = content.split(/\s+/);
  const found = locations.map((place) => folded(words[place] ?? ""));
  return folded(spacedWords(query))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .some((word) => runsOf([...word]).some((run) => found.some((one) => one.includes(run))));
}

function runsOf(letters: readonly string[]): string[] {
  const starts = Math.max(1, letters.length - LETTERS + 1);
  return Array.from({ length: starts }, (_, at) => letters.slice(at, at + LETTERS).join(""));
}

/** Without case and accents, as Pagefind compares. */
function folded(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
