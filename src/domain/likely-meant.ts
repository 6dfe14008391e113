import { editDistance } from "./nearest-name.ts";

/**
 * The known name that a misspelt one means; `undefined` rather than a guess. One edit (insertion, deletion,
 * substitution, transposition of neighbours) counts for four characters, at most three do, and no other name may be as
 * near. Capitals and what parts words (`-`, `_`, a blank) do not count; digits do: `chart-2` is not `chart-3`. Endings
 * of files are the same (`.jpg`) and no part of the name.
 */
export function likelyMeant(written: string, known: Iterable<string>): string | undefined {
  const wanted = parted(written);
  let best: string | undefined;
  let least = MOST_EDITS + 1;
  let isAlone = true;
  for (const name of known) {
    const { stem, ending } = parted(name);
    if (ending !== wanted.ending || digitsOf(stem) !== digitsOf(wanted.stem)) continue;
    const longest = Math.max(stem.length, wanted.stem.length);
    const limit = Math.min(MOST_EDITS, Math.floor(longest / CHARACTERS_AN_EDIT), least);
    if (Math.abs(stem.length - wanted.stem.length) > limit) continue;
    const distance = editDistance(wanted.stem, stem);
    if (distance > limit) continue;
    isAlone = distance < least;
    if (distance < least) best = name;
    least = Math.min(least, distance);
  }
  return isAlone ? best : undefined;
}

/** Steps that comparisons take at most, where each letter of one name is held against each of another: a second or two. */
const MOST_STEPS = 500_000_000;

/**
 * How many more names are compared with those that are known. Where both are very many, to compare each with each would
 * take longer than to read all else; then nothing is offered for the last of them.
 */
export class Comparisons {
  #left = MOST_STEPS;

  /** Whether a name may be compared with so many others; they count as if they were as long. */
  allow(name: string, count: number): boolean {
    const steps = count * name.length ** 2;
    if (steps > this.#left) return false;
    this.#left -= steps;
    return true;
  }
}

const MOST_EDITS = 3;
const CHARACTERS_AN_EDIT = 4;

function parted(name: string): { stem: string; ending: string } {
  const folded = name.toLowerCase().replace(/[\s_-]+/g, "-");
  const ending = /(?<=.)\.[a-z][a-z\d]{0,7}$/.exec(folded)?.[0] ?? "";
  return { stem: folded.slice(0, folded.length - ending.length), ending };
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, " ").trim();
}
