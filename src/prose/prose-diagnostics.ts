import { ALLOWED, rule as inclusiveRule } from "../checks/prose/inclusive.ts";
import { rule as paragraphRule } from "../checks/prose/paragraph-length.ts";
import { rule as quotationRule } from "../checks/prose/quotation.ts";
import { rule as sentenceRule } from "../checks/prose/sentence-length.ts";
import { rule as spellingRule } from "../checks/prose/spelling.ts";
import { settingIn } from "../checks/switchable.ts";
import type { RuleSwitches } from "../checks/switchable.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ProseNote, UnknownWord } from "./prose-note.ts";
import type { ProseOptions } from "./prose-options.ts";

/** A word with a capital that stands in a publication so often is probably a name. */
const FEWEST_OF_A_NAME = 3;

/** What notes are told by. */
export interface Telling {
  options: ProseOptions;
  switches: RuleSwitches;
  /** Words that the publication knows, in small letters. */
  known: ReadonlySet<string>;
  /** The file of its own words, by its path below the content folder. */
  list: string;
}

/** What is told of the prose of texts, by their files, in their order. */
export function proseDiagnostics(
  notes: ReadonlyMap<string, readonly ProseNote[]>,
  { options, switches, known, list }: Telling,
): Diagnostic[] {
  const names = namesIn(notes);
  const told = new Set<string>();
  const allowed = new Set(
    settingIn(switches[inclusiveRule.code], ALLOWED).map((word) => word.toLowerCase()),
  );
  const diagnostics: Diagnostic[] = [];
  for (const [file, found] of notes)
    for (const one of found) {
      const { line, column, length } = one;
      const at = { file, line, column, ...(length === undefined ? {} : { length }) };
      switch (one.is) {
        case "sentence":
          diagnostics.push(sentenceRule.at(at, { words: one.words, most: options.sentence ?? 0 }));
          break;
        case "paragraph":
          diagnostics.push(
            paragraphRule.at(at, { words: one.words, most: options.paragraph ?? 0 }),
          );
          break;
        case "quotation":
          diagnostics.push(quotationRule.at(at, { of: one.of }));
          break;
        case "inclusive":
          if (!allowed.has(one.written.toLowerCase()))
            diagnostics.push(inclusiveRule.at(at, { written: one.written, instead: one.instead }));
          break;
        case "word": {
          const { word, count, meant, isCapitalised } = one;
          if (isKnown(word, known)) break;
          const name = isCapitalised ? names.get(word) : undefined;
          if (name === undefined || name.count < FEWEST_OF_A_NAME)
            diagnostics.push(spellingRule.at(at, { is: "word", word, count, meant, list }));
          else if (!told.has(word)) {
            told.add(word);
            diagnostics.push(spellingRule.at(at, { is: "name", word, ...name, list }));
          }
          break;
        }
      }
    }
  return diagnostics;
}

/** How often, and in how many files, words with a capital stand in the publication. */
function namesIn(
  notes: ReadonlyMap<string, readonly ProseNote[]>,
): Map<string, { count: number; files: number }> {
  const names = new Map<string, { count: number; files: number }>();
  for (const found of notes.values())
    for (const one of found) {
      if (!isName(one)) continue;
      const before = names.get(one.word) ?? { count: 0, files: 0 };
      names.set(one.word, { count: before.count + one.count, files: before.files + 1 });
    }
  return names;
}

function isName(note: ProseNote): note is ProseNote & UnknownWord {
  return note.is === "word" && note.isCapitalised;
}

/** A known name may stand in the genitive of languages that add an s alone. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  const small = word.toLowerCase();
  return known.has(small) || (small.endsWith("s") && known.has(small.slice(0, -1)));
}
