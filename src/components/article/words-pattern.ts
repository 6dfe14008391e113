/** What no word goes on with. */
const LETTER = String.raw`[\p{L}\p{M}\p{N}]`;

/** The first letter of a word in a script without blanks, Thai to Chinese: it may stand in the middle of others. */
const UNSPACED = /^[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u9FFF]/;

/** Finds words, which are parted by blanks, in a text: whole ones, in upper and lower case. */
export function wordsPattern(words: string): RegExp {
  const either = (words.match(/\S+/gu) ?? [])
    .toSorted((a, b) => b.length - a.length)
    .map((word) => {
      const plain = eitherForm(word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
      return UNSPACED.test(word) ? plain : `(?<!${LETTER})${plain}(?!${LETTER})`;
    });
  // Without a word, nothing is found.
  return new RegExp(either.join("|") || "(?!)", "giu");
}

/** The text of the page stays as its author wrote it, accents composed or not. */
function eitherForm(word: string): string {
  const [whole, parted] = [word.normalize("NFC"), word.normalize("NFD")];
  return whole === parted ? whole : `(?:${whole}|${parted})`;
}
