import type { MessageOverrides } from "../domain/publication.ts";
import { yamlText } from "../domain/yaml-text.ts";
import { isPlural } from "./message-overrides.ts";
import type { MessageTree } from "./message-overrides.ts";

/** How many messages there are in a part of the catalogue; a plural counts as one. */
export function numberOfMessages(tree: MessageTree): number {
  return Object.values(tree).reduce<number>(
    (sum, part) => sum + (typeof part === "string" || isPlural(part) ? 1 : numberOfMessages(part)),
    0,
  );
}

/** The messages of a catalogue that are not worded anew, its plurals in the categories of another language. */
export function missingMessages(
  tree: MessageTree,
  words: MessageOverrides,
  categories: readonly string[],
): MessageTree {
  const entries = Object.entries(tree).flatMap(([key, part]): [string, string | MessageTree][] => {
    const own = Object.hasOwn(words, key) ? words[key] : undefined;
    if (typeof part === "string") return own === undefined ? [[key, part]] : [];
    if (isPlural(part)) return own === undefined ? [[key, inCategories(part, categories)]] : [];
    const missing = missingMessages(part, typeof own === "object" ? own : {}, categories);
    return Object.keys(missing).length === 0 ? [] : [[key, missing]];
  });
  return Object.fromEntries(entries);
}

function inCategories(plural: MessageTree, categories: readonly string[]): MessageTree {
  return Object.fromEntries(
    categories.map((category) => [category, plural[category] ?? plural["other"] ?? ""]),
  );
}

/** A part of the catalogue as the lines of YAML that say it. */
export function messageLines(tree: MessageTree, indent = ""): string[] {
  return Object.entries(tree).flatMap(([key, part]) =>
    typeof part === "string"
      ? [`${indent}${key}: ${quotedText(part)}`]
      : [`${indent}${key}:`, ...messageLines(part, `${indent}  `)],
  );
}

/** A text as the value of a key, with the blanks at its ends. */
function quotedText(text: string): string {
  return text === text.trim() ? yamlText(text) : `'${text.replaceAll("'", "''")}'`;
}
