import type { Chance } from "../../tests/build/random.ts";

const STARTS = [
  "b",
  "br",
  "d",
  "dr",
  "f",
  "fl",
  "g",
  "gr",
  "h",
  "k",
  "l",
  "m",
  "n",
  "p",
  "pl",
  "pr",
];
const MORE_STARTS = ["r", "s", "sl", "st", "t", "tr", "v", "w", "", "z"];
const VOWELS = ["a", "e", "i", "o", "u", "ai", "ea"];
const ENDS = ["", "", "", "l", "n", "r", "s", "nd"];
const SMALL = [
  ["the", "of", "to", "a", "in", "and", "is", "that", "for", "it", "on", "as", "with", "was"],
  ["at", "by", "from", "are", "be", "this", "have", "or", "had", "not", "but", "they", "which"],
].flat();

/** How often a text takes one of the small words of English, as texts do. */
const SMALL_SHARE = 0.42;
const SIZE = 8000;

/** Words to write articles with; `at` is where a word stands by frequency, the commonest first. */
export interface Vocabulary {
  size: number;
  at: (rank: number) => string;
  /** The next word of a text: small words often, the others as Zipf's law has it. */
  draw: (chance: Chance) => string;
  /** A word that says something. */
  drawLong: (chance: Chance) => string;
}

/** Makes up a vocabulary; `chance` decides which words there are. */
export function makeVocabulary(chance: Chance): Vocabulary {
  const starts = [...STARTS, ...MORE_STARTS];
  const syllable = (): string => chance.one(starts) + chance.one(VOWELS) + chance.one(ENDS);
  const words = new Set<string>();
  while (words.size < SIZE) {
    const length = words.size < 200 ? 2 : 2 + chance.below(2);
    const word = Array.from({ length }, syllable).join("");
    if (word.length > 2 && !SMALL.includes(word)) words.add(word);
  }
  const listed = [...words];
  const at = (rank: number): string => listed[rank % SIZE] ?? "";
  // With an exponent of one, the rank is the exponential of an even draw.
  const drawLong = (chance: Chance): string => at(Math.floor(SIZE ** chance.next()) - 1);
  return {
    size: SIZE,
    at,
    drawLong,
    draw: (chance) => (chance.next() < SMALL_SHARE ? chance.one(SMALL) : drawLong(chance)),
  };
}
