import { rule as missingRule } from "../checks/words/missing.ts";
import { rule as placeholderRule } from "../checks/words/placeholder.ts";
import { rule as pluralRule } from "../checks/words/plural.ts";
import { rule as unknownKeyRule } from "../checks/words/unknown-key.ts";
import { rule as valueRule } from "../checks/words/value.ts";
import type { ContentFile } from "../cache/content-file.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { nearestName } from "../domain/nearest-name.ts";
import type { MessageOverrides } from "../domain/publication.ts";
import { yamlText } from "../domain/yaml-text.ts";
import { languageName } from "../i18n/language-name.ts";
import { builtInMessages, hasMessages } from "../i18n/languages.ts";
import { isPlural, messageTree } from "../i18n/message-overrides.ts";
import type { MessageTree } from "../i18n/message-overrides.ts";
import { messageLines, missingMessages, numberOfMessages } from "../i18n/message-lines.ts";
import { pluralCategories } from "../i18n/plural-categories.ts";
import { readYamlFile } from "./read-data-files.ts";
import { plainTextDiagnostics, placeWithin } from "./yaml/plain-text-diagnostics.ts";
import type { YamlDocument } from "./yaml/yaml-document.ts";

/** The name of the file, below the content folder. */
export const WORDS_FILE = "words.yaml";

/** So many keys are listed in a remedy. */
const FEW = 12;

/** Every key and placeholder that there is: those of the English messages, which are complete. */
const CATALOGUE = messageTree(builtInMessages("en"));

/**
 * Reads `words.yaml`, which a publication need not have: the messages to readers that it words itself, by the keys of
 * the catalogue. What is wrong with one of them leaves the others as they are.
 */
export function readWords(
  content: string,
  file: ContentFile | undefined,
  language: string,
): { words?: MessageOverrides; diagnostics: Diagnostic[] } {
  if (file === undefined) return { diagnostics: [] };
  const { document, diagnostics } = readYamlFile(content, file.file);
  if (document === undefined) return { diagnostics };
  const reader = new WordsReader(document, language);
  const words = reader.messages(document.value, CATALOGUE, []);
  return {
    words,
    diagnostics: [
      ...diagnostics,
      ...reader.diagnostics,
      ...plainTextDiagnostics(document, WORDS_FILE),
      ...(hasMessages(language) ? [] : missingDiagnostics(words, language)),
    ],
  };
}

/** Takes what is sound of a document, and tells what is wrong with the rest. */
class WordsReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #document: YamlDocument;
  readonly #language: string;

  constructor(document: YamlDocument, language: string) {
    this.#document = document;
    this.#language = language;
  }

  messages(value: object, known: MessageTree, path: readonly string[]): MessageOverrides {
    const entries = Object.entries(value).flatMap(([key, given]: [string, unknown]) => {
      const here = [...path, key];
      const builtIn = Object.hasOwn(known, key) ? known[key] : undefined;
      if (builtIn === undefined) {
        this.#unknownKey(here, Object.keys(known));
        return [];
      }
      const taken =
        typeof builtIn === "string"
          ? this.#text(given, here, placeholdersOf(builtIn))
          : isPlural(builtIn)
            ? this.#plural(given, here, builtIn)
            : this.#group(given, here, builtIn);
      return taken === undefined ? [] : [[key, taken] as const];
    });
    return Object.fromEntries(entries);
  }

  #group(given: unknown, path: readonly string[], known: MessageTree) {
    if (isMap(given)) return this.messages(given, known, path);
    this.#refuse(given, path, Object.keys(known));
    return undefined;
  }

  #plural(given: unknown, path: readonly string[], builtIn: MessageTree) {
    const needed = pluralCategories(this.#language);
    const language = languageName(this.#language);
    const details = { path, language, isMap: isMap(given) };
    const indent = "  ".repeat(path.length);
    if (!isMap(given)) {
      const other = typeof given === "string" ? given : String(builtIn["other"]);
      const lines = [
        `${indent.slice(2)}${path.at(-1)}:`,
        ...needed.map((name) => `${indent}${name}: ${yamlText(other)}`),
      ];
      this.diagnostics.push(pluralRule.at(this.#at(path), { ...details, missing: needed, lines }));
      return undefined;
    }
    const all = new Intl.PluralRules(this.#language).resolvedOptions().pluralCategories;
    const allowed = placeholdersOf(...Object.values(builtIn), "{count}");
    const taken: Record<string, string> = {};
    for (const [category, form] of Object.entries(given)) {
      const here = [...path, category];
      if (!all.some((name) => name === category)) this.#unknownKey(here, all);
      else {
        const text = this.#text(form, here, allowed);
        if (text !== undefined) taken[category] = text;
      }
    }
    const missing = needed.filter((name) => !Object.hasOwn(given, name));
    if (missing.length > 0) {
      const own = this.#ownForms(path);
      const lines = missing.map(
        (name) =>
          `${indent}${name}: ${yamlText(taken["other"] ?? own(name) ?? Object.values(taken)[0] ?? "")}`,
      );
      this.diagnostics.push(pluralRule.at(this.#atKey(path), { ...details, missing, lines }));
      return undefined;
    }
    return taken;
  }

  /** The built-in forms of a plural in the language, where it has any. */
  #ownForms(path: readonly string[]): (category: string) => string | undefined {
    let part: MessageTree | string | undefined = messageTree(builtInMessages(this.#language));
    for (const key of path) part = typeof part === "object" ? part[key] : undefined;
    const forms = typeof part === "object" ? part : {};
    return (category) => {
      const form = forms[category];
      return typeof form === "string" ? form : undefined;
    };
  }

  #text(given: unknown, path: readonly string[], allowed: readonly string[]): string | undefined {
    if (typeof given !== "string" || given.trim() === "") {
      this.#refuse(given, path, []);
      return undefined;
    }
    const wrong = [...new Set(given.match(PLACEHOLDER))].filter((one) => !allowed.includes(one));
    for (const written of wrong) {
      const meant =
        nearestName(written, allowed) ?? (allowed.length === 1 ? allowed[0] : undefined);
      const at = { file: WORDS_FILE, ...placeWithin(this.#document, path, written) };
      this.diagnostics.push(placeholderRule.at(at, { path, written, meant, allowed }));
    }
    return wrong.length > 0 ? undefined : given;
  }

  #refuse(given: unknown, path: readonly string[], keys: readonly string[]): void {
    const written = this.#document.sourceOf(path);
    const isScalar = typeof given === "number" || typeof given === "boolean";
    const text = isScalar && written !== undefined ? `'${written}'` : undefined;
    this.diagnostics.push(valueRule.at(this.#at(path), { path, written, text, keys }));
  }

  #unknownKey(path: readonly string[], known: readonly string[]): void {
    const key = path.at(-1) ?? "";
    const parent = path.length === 1 ? undefined : path.slice(0, -1).join(".");
    const near = nearestName(key, known);
    const elsewhere = near === undefined ? parentOf(key, CATALOGUE) : undefined;
    const meant =
      near !== undefined
        ? ({ is: "key", key: near } as const)
        : elsewhere !== undefined
          ? ({ is: "elsewhere", parent: elsewhere } as const)
          : undefined;
    const details = { key, parent, meant, known: known.length > FEW ? [] : known };
    this.diagnostics.push(unknownKeyRule.at(this.#atKey(path), details));
  }

  #at(path: readonly string[]) {
    return { file: WORDS_FILE, ...this.#document.locationOf(path) };
  }

  #atKey(path: readonly string[]) {
    return { file: WORDS_FILE, ...this.#document.locationOfKey(path) };
  }
}

/** What looks like a placeholder, blanks within it too. */
const PLACEHOLDER = /\{[^{}\n]{0,40}\}/g;

function placeholdersOf(...texts: readonly (string | MessageTree)[]): string[] {
  return [
    ...new Set(
      texts.flatMap((text) => (typeof text === "string" ? (text.match(PLACEHOLDER) ?? []) : [])),
    ),
  ];
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Where in the catalogue a key stands, if it is below another one. */
function parentOf(
  key: string,
  tree: MessageTree,
  path: readonly string[] = [],
): string | undefined {
  for (const [name, part] of Object.entries(tree)) {
    if (typeof part === "string" || isPlural(part)) continue;
    const here = [...path, name];
    if (Object.hasOwn(part, key)) return here.join(".");
    const found = parentOf(key, part, here);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a language that has no built-in messages still lacks. */
function missingDiagnostics(words: MessageOverrides, language: string): Diagnostic[] {
  const missing = missingMessages(CATALOGUE, words, pluralCategories(language));
  const count = numberOfMessages(missing);
  if (count === 0) return [];
  const details = {
    language: languageName(language),
    all: numberOfMessages(CATALOGUE),
    missing: count,
    lines: messageLines(missing),
  };
  return [missingRule.at({ file: WORDS_FILE, line: 1, column: 1 }, details)];
}
