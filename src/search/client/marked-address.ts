import { BELOW, FOUND } from "../marked-words.ts";
import { between, isUnspaced } from "../spaced-words.ts";

/** Most words that an address carries; an article that has a word in more forms shows the first of them. */
const MOST = 12;

/** Signs around a word that are none of it. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;

/**
 * The words of a text that were found, each once, as the text has them; `places` are their numbers in `words`. What
 * is written without blanks between is one.
 */
export function foundForms(words: readonly string[], places: Iterable<number>): string[] {
  const forms = new Map<string, string>();
  let run = "";
  let end = -1;
  const close = (): void => {
    const form = run.replace(AROUND, "");
    if (form !== "" && forms.size < MOST) forms.set(form.toLowerCase(), form);
  };
  for (const place of [...places].sort((a, b) => a - b)) {
    const word = words[place] ?? "";
    const before = words[place - 1] ?? "";
    if (place === end + 1 && isUnspaced(word) && between(before, word) === "") run += word;
    else {
      close();
      run = word;
    }
    end = place;
  }
  close();
  return [...forms.keys()];
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
