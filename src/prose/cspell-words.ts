import { editDistance } from "../domain/nearest-name.ts";
import { cspellDictionary } from "./cspell.ts";
import type { Dictionary } from "./dictionaries.ts";
import { primary } from "./primary-language.ts";
import type { WordList } from "./spelling.ts";

/** Most words that one is taken to mean, out of so many. */
const MOST_MEANT = 3;
const MOST_ASKED = 12;

/** How many letters they may differ by: one is found in a millisecond, two take a hundred times as long. */
const CHANGES = [1, 2];

/**
 * How long is looked for them at most, in milliseconds. What is not found by then is missing from the answer, which would
 * then depend on the machine: no word comes near.
 */
const PATIENCE = 10_000;

const lists = new Map<string, Promise<WordList | undefined>>();

/**
 * What cspell knows of a language from certain dictionaries: no others, none of its settings files, and nothing from the
 * network. `module` is the address of cspell-lib. Undefined where no dictionary is of the language.
 */
export function cspellWords(
  module: string,
  dictionaries: readonly Dictionary[],
  language: string,
): Promise<WordList | undefined> {
  const own = dictionaries.filter((one) => one.language === primary(language));
  const all = [...own, ...dictionaries.filter((one) => one.language === undefined)];
  if (own.length === 0) return Promise.resolve(undefined);
  const key = JSON.stringify([module, all]);
  const known = lists.get(key) ?? load(module, all);
  lists.set(key, known);
  return known;
}

async function load(module: string, dictionaries: readonly Dictionary[]): Promise<WordList> {
  const dictionary = await cspellDictionary(
    module,
    dictionaries.flatMap(({ definitions }) => definitions),
  );
  const said = new Map<string, readonly string[]>();
  return {
    has: (word) => dictionary.has(word, { ignoreCase: false }),
    meant: (word) => {
      const before = said.get(word);
      if (before !== undefined) return before;
      let meant: readonly string[] = [];
      for (const numChanges of CHANGES) {
        if (meant.length > 0) break;
        const asked = {
          numSuggestions: MOST_ASKED,
          numChanges,
          timeout: PATIENCE,
          ignoreCase: false,
        };
        meant = nearest(
          word,
          dictionary.suggest(word, asked).map((one) => one.word),
        );
      }
      said.set(word, meant);
      return meant;
    },
  };
}

/** The words that are most like one, each in one form. */
function nearest(word: string, offered: readonly string[]): string[] {
  const forms = new Set<string>();
  return offered
    .filter((one) => !one.includes(" ") && one !== one.toUpperCase())
    .map((one) => ({ one, distance: editDistance(word, one) }))
    .sort((a, b) => a.distance - b.distance)
    .flatMap(({ one }) => {
      const form = one.toLowerCase();
      if (forms.has(form)) return [];
      forms.add(form);
      return [one];
    })
    .slice(0, MOST_MEANT);
}
