import { comparedForm } from "./prepared-words.ts";
import { compareCodePoints } from "./word-order.ts";

/*
 * The words of a period as the archive writes them, for "did you mean": Pagefind's own files hold stems, and of each
 * the pages that it stands on, which is ten times as much.
 */

/** A word in lower case, and about how many articles have it. */
export interface CountedWord {
  word: string;
  articles: number;
}

/** Words of fewer letters are not corrected, and nothing is corrected to them. */
export const SHORTEST = 3;

/** The first letter of a prepared word, which it has in common with what is meant by it. */
export function firstLetter(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 0);
}

/** The same of a word as texts write it: the article is none of it. */
export function initialOf(word: string): string {
  return firstLetter(comparedForm(word));
}

/** Bytes that a file has before it is packed, at the least; a third of them travel. */
const FILE_BYTES = 10_000;

/** More of the letters that a word has in common with the one before are written again. */
const MOST_SHARED = 9;

/**
 * Words in files, each with the first letter of its words that come first. A word is written without the letters
 * that it shares with the one before, their number in front of it, and behind it how often its articles double: one
 * article more seldom changes a file.
 */
export function spellingFiles(words: readonly CountedWord[]): [from: string, file: string][] {
  const byInitial = [...Map.groupBy(words, ({ word }) => initialOf(word))];
  const files: [string, string][] = [];
  for (const [initial, own] of byInitial.sort(([a], [b]) => compareCodePoints(a, b))) {
    const text = written(own);
    const last = files.at(-1);
    if (last === undefined || last[1].length >= FILE_BYTES) files.push([initial, text]);
    else last[1] += text;
  }
  return files;
}

function written(words: readonly CountedWord[]): string {
  let before: string[] = [];
  return words
    .toSorted((a, b) => compareCodePoints(a.word, b.word))
    .map(({ word, articles }) => {
      const letters = [...word];
      const differs = letters.findIndex((letter, at) => letter !== before[at]);
      const shared = Math.min(MOST_SHARED, differs === -1 ? letters.length - 1 : differs);
      before = letters;
      const doubled = Math.min(9, Math.floor(Math.log2(articles)));
      return `${shared}${letters.slice(shared).join("")}${doubled}`;
    })
    .join("");
}

/** The words of a file. Throws where it is not of their form. */
export function readSpellings(file: string): CountedWord[] {
  if (!/^(?:\d\D+\d)*$/u.test(file)) throw new Error("The file of words is not of their form.");
  let before: string[] = [];
  return [...file.matchAll(/(\d)(\D+)(\d)/gu)].map(([, shared, rest = "", doubled]) => {
    before = [...before.slice(0, Number(shared)), ...rest];
    return { word: before.join(""), articles: 2 ** Number(doubled) };
  });
}

/** The file that has the words with a first letter, of a period's files in their order. */
export function spellingFileOf<File>(
  files: readonly (readonly [from: string, file: File])[],
  initial: string,
): File | undefined {
  return files.findLast(([from]) => compareCodePoints(from, initial) <= 0)?.[1];
}
