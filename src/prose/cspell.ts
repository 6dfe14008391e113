/** What of a dictionary of cspell is asked, as cspell-lib 10 has it. */
interface CspellDictionary {
  has: (word: string, options: { ignoreCase: boolean }) => boolean;
  suggest: (
    word: string,
    options: { numSuggestions: number; numChanges: number; timeout: number; ignoreCase: boolean },
  ) => { word: string }[];
}

/** A dictionary as its package describes it in `cspell-ext.json`; `path` is absolute. */
export interface DictionaryDefinition {
  name: string;
  path: string;
  [detail: string]: unknown;
}

interface CspellModule {
  getDictionary: (settings: {
    dictionaries: string[];
    dictionaryDefinitions: DictionaryDefinition[];
  }) => Promise<CspellDictionary>;
}

/** Has cspell load dictionaries, and nothing else. Throws where the module has another interface. */
export async function cspellDictionary(
  module: string,
  definitions: readonly DictionaryDefinition[],
): Promise<CspellDictionary> {
  const { getDictionary } = (await import(module)) as Partial<CspellModule>;
  if (getDictionary === undefined) throw new Error("cspell-lib has no function getDictionary");
  return getDictionary({
    dictionaries: definitions.map(({ name }) => name),
    dictionaryDefinitions: [...definitions],
  });
}
