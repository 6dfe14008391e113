import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DictionaryDefinition } from "./cspell.ts";
import { installedPackage } from "../settings/optional-packages.ts";
import { primary } from "./primary-language.ts";

/** A dictionary as plain data. */
export interface Dictionary {
  /** The language that it is of, `en`; undefined for words of all languages. */
  language: string | undefined;
  version: string;
  definitions: readonly DictionaryDefinition[];
}

/** The packages of dictionaries by the tags of their languages. Those of English come with cspell-lib. */
const PACKAGES: Readonly<Record<string, string>> = {
  "de-AT": "@cspell/dict-de-at",
  "de-CH": "@cspell/dict-de-ch",
  "de-DE": "@cspell/dict-de-de",
  "en-GB": "@cspell/dict-en-gb-mit",
  "en-US": "@cspell/dict-en_us",
  "es-ES": "@cspell/dict-es-es",
  "fr-FR": "@cspell/dict-fr-fr",
  "it-IT": "@cspell/dict-it-it",
  "nl-NL": "@cspell/dict-nl-nl",
  "pl-PL": "@cspell/dict-pl_pl",
  "pt-BR": "@cspell/dict-pt-br",
  "pt-PT": "@cspell/dict-pt-pt",
  "sv-SE": "@cspell/dict-sv",
};

/** The tags of languages whose dictionaries are known by them. */
export const KNOWN_DICTIONARIES: readonly string[] = Object.keys(PACKAGES);

/** The package of a dictionary that a publication names by the tag of a language, or by its package. */
export function packageOf(name: string): string | undefined {
  return PACKAGES[name] ?? (name.includes("/") ? name : undefined);
}

/**
 * The dictionary that a package holds, as the project in `project` finds it, or cspell-lib in `cspell`; undefined where
 * it is not installed or describes none.
 */
export function installedDictionary(
  name: string,
  { project, cspell }: { project: string; cspell: string },
): Dictionary | undefined {
  const packageName = packageOf(name);
  if (packageName === undefined) return undefined;
  const bundle = installedPackage("@cspell/cspell-bundled-dicts", cspell)?.folder;
  const places = [project, cspell, ...(bundle === undefined ? [] : [bundle])];
  for (const place of places) {
    const found = installedPackage(packageName, place);
    if (found === undefined) continue;
    const described = describedIn(found.folder);
    const definitions = described.flatMap((one) =>
      typeof one.name === "string" && typeof one.path === "string"
        ? [{ ...one, name: `${packageName} ${one.name}`, path: join(found.folder, one.path) }]
        : [],
    );
    if (definitions.length === 0) return undefined;
    const tag = Object.hasOwn(PACKAGES, name) ? name : localeOf(definitions);
    return {
      language: tag === undefined ? undefined : primary(tag),
      version: `${packageName} ${found.version}`,
      definitions,
    };
  }
  return undefined;
}

function describedIn(folder: string): Partial<DictionaryDefinition>[] {
  try {
    const text = readFileSync(join(folder, "cspell-ext.json"), "utf8");
    const { dictionaryDefinitions = [] } = JSON.parse(text) as {
      dictionaryDefinitions?: Partial<DictionaryDefinition>[];
    };
    return dictionaryDefinitions;
  } catch {
    return [];
  }
}

/** The language that a dictionary says it is of. */
function localeOf(definitions: readonly DictionaryDefinition[]): string | undefined {
  for (const { dictionaryInformation } of definitions) {
    const { locale } = (dictionaryInformation ?? {}) as { locale?: unknown };
    if (typeof locale === "string" && locale !== "") return locale.split(/[,\s]/, 1)[0];
  }
  return undefined;
}
