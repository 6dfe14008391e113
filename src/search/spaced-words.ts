import { preparedWords } from "./prepared-words.ts";
import type { PreparedWord } from "./prepared-words.ts";
import { isSign } from "./word-forms.ts";

/** What a query asks for: a word, or words that stand side by side. An article has to have all that is asked for. */
export interface AskedWords {
  /** As the index has them. */
  words: string[];
  /** Met by one other word as well: by `email` for `e-mail`. */
  or?: string;
}

/** Words in quotation marks, of whatever form, with blanks around. */
const QUOTED = /(?<!\S)(?:"([^"]+)"|[“„”]([^“„”]+)[“”]|«([^«»]+)»|「([^「」]+)」)(?!\S)/gu;

/**
 * A query as the archive is asked it. Side by side have to stand words in quotation marks, and words with neither a
 * blank nor a pause between: `C++`, `$100`, `end-to-end`, `東京`.
 */
export function spacedQuery(query: string): AskedWords[] {
  const asked: AskedWords[] = [];
  let end = 0;
  for (const { 0: whole, index, ...quoted } of query.matchAll(QUOTED)) {
    asked.push(...runsOf(query.slice(end, index)));
    const words = preparedWords(quoted[1] ?? quoted[2] ?? quoted[3] ?? quoted[4] ?? "");
    if (words.length > 0) asked.push(sideBySide(words));
    end = index + whole.length;
  }
  return [...asked, ...runsOf(query.slice(end))];
}

function runsOf(text: string): AskedWords[] {
  const runs: PreparedWord[][] = [];
  for (const word of preparedWords(text)) {
    const before = runs.at(-1);
    if (word.glued || isThousands(before, word)) before?.push(word);
    else runs.push([word]);
  }
  return runs.map(sideBySide);
}

/** Whether a word goes on with a number: `2 000`, since nobody types the blank that keeps it together. */
function isThousands(run: readonly PreparedWord[] = [], next: PreparedWord | undefined): boolean {
  const [first, ...others] = run;
  if (first === undefined || next === undefined) return false;
  return (
    /^[1-9]\d{0,2}$/.test(first.word) &&
    [...others, next].every(({ word }) => /^\d{3}$/.test(word)) &&
    next.start === (run.at(-1)?.end ?? 0) + 1
  );
}

function sideBySide(run: readonly PreparedWord[]): AskedWords {
  const words = run.map(({ word }) => word);
  const or = otherForm(run);
  return { words, ...(or === undefined ? {} : { or }) };
}

/** Another word that means the same: the parts of a compound written as one, or a word with its article. */
function otherForm(run: readonly PreparedWord[]): string | undefined {
  if (run.length === 1) return run[0]?.withArticle;
  const letters = run.map(({ word }) => word).filter((word) => !isSign(word));
  const parts = run.at(-1)?.parts ?? [];
  // Of a longer run, the compound is only the end.
  const isOne = letters.length === parts.length || isThousands(run.slice(0, -1), run.at(-1));
  return isOne ? letters.join("") : undefined;
}
