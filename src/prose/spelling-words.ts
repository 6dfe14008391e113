import { OBJECT } from "../markdown/prose-blocks.ts";

/** A word of a text that a dictionary can be asked for. */
export interface SpelledWord {
  /** With an apostrophe of the keyboard, and without the `'s` of a genitive. */
  word: string;
  /** Where it begins, and how long it is in the text, in UTF-16 units. */
  index: number;
  length: number;
  /** Words joined by hyphens that it is one of, where it is. */
  joined?: string;
}

/** Shorter ones are mostly abbreviations, longer ones are no words. */
const SHORTEST = 4;
const LONGEST = 40;

/** What stands between blanks. */
const CHUNK = /\S+/g;

/** Addresses, names of files and of things in programs, amounts, and what is no running text. */
const NO_WORDS = new RegExp(`[@/\\\\_#=<>{}|$\\d${OBJECT}]`);

/** A stop between letters: a name of a host or of a file, or an abbreviation. */
const INNER_STOP = /\p{L}[.:]\p{L}/u;

/** Letters with what may join them within a word. */
const PARTS = /\p{L}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu;

/** Capitals that are no beginning: of abbreviations, products and programs. */
const INNER_CAPITAL = /[\p{L}'’]\p{Lu}/u;

/** The words of a text in the letters of a script, such as `Latn`, that stand in dictionaries if they are right. */
export function* spelledWords(text: string, script: string): Generator<SpelledWord> {
  const letters = lettersOf(script);
  for (const { 0: chunk, index: start } of text.matchAll(CHUNK)) {
    if (NO_WORDS.test(chunk) || INNER_STOP.test(chunk)) continue;
    const parts = [...chunk.matchAll(PARTS)];
    const last = parts.at(-1);
    const joined =
      parts.length > 1 && last !== undefined
        ? chunk.slice(parts[0]?.index, last.index + last[0].length).replaceAll("’", "'")
        : undefined;
    for (const { 0: written, index } of parts) {
      const word = written.replaceAll("’", "'").replace(/'s$/i, "");
      const { length } = Array.from(word);
      if (length < SHORTEST || length > LONGEST) continue;
      if (INNER_CAPITAL.test(word) || !letters.test(word)) continue;
      yield {
        word,
        index: start + index,
        length: word.length,
        ...(joined === undefined ? {} : { joined }),
      };
    }
  }
}

const known = new Map<string, RegExp>();

function lettersOf(script: string): RegExp {
  const letters = known.get(script) ?? new RegExp(`^[\\p{Script=${script}}\\p{M}']+$`, "u");
  known.set(script, letters);
  return letters;
}
