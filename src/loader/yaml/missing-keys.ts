import { inContent } from "../../domain/content-path.ts";
import { rule as missingFrontMatter } from "../../checks/front-matter/missing.ts";
import { nameOfPath } from "../../checks/naming.ts";
import { typed } from "../../checks/quoted.ts";
import { rule as missingKey } from "../../checks/schema/missing-key.ts";
import { oneOf } from "../../checks/words.ts";
import type { SourceLocation } from "../../domain/source-location.ts";
import type { Diagnostic } from "../../domain/diagnostic.ts";
import { placeholder, placeholderIn } from "../../domain/placeholder.ts";
import { yamlText } from "../../domain/yaml-text.ts";
import type { DataFiles } from "../references.ts";

/** What the whole of a file lacks, for the check to tell once it is known what there is to choose from. */
export interface MissingKeys {
  location: SourceLocation;
  keys: readonly { key: string; line: string }[];
  /** Whether there is no front matter at all; else some of it. Data files have none. */
  frontMatter?: "all" | "some";
}

/** Names of files that can be written in front matter. */
export interface ExpectedNames {
  categories: DataFiles;
  authors: DataFiles;
}

/** What is said of keys that the whole of a file lacks. */
export function missingKeyDiagnostics(
  file: string,
  missing: MissingKeys | undefined,
  known?: ExpectedNames,
): Diagnostic[] {
  if (missing === undefined) return [];
  const { location, keys, frontMatter } = missing;
  const choices: string[] = [];
  const lines = keys.map(({ key, line }) => {
    const choice = CHOICES.find((one) => one.key === key);
    if (known === undefined || choice === undefined) return line;
    const { typed: value, said } = chosen(choice, [...known[choice.folder].keys()]);
    choices.push(...said);
    return `${key}: ${value}`;
  });
  if (lines.some((line) => placeholderIn(line) !== undefined))
    choices.unshift("Replace what is in capitals.");
  const at = { file, ...location };
  if (frontMatter === "all") return [missingFrontMatter.at(at, { is: "none", lines, choices })];
  const details = {
    is: "lines",
    names: keys.map(({ key }) => nameOfPath([key])),
    lines,
    below: undefined,
    inFrontMatter: frontMatter !== undefined,
    choices,
  } as const;
  return [missingKey.at(at, details)];
}

/** Keys that name a data file, and the data file to make where there is none. */
const CHOICES = [
  { key: "category", folder: "categories", first: "news", says: "title: News" },
  {
    key: "author",
    folder: "authors",
    first: "your-name",
    says: `name: ${placeholder("your name")}`,
  },
] as const;

/** Most names that are listed. */
const MOST_LISTED = 6;

/** What to type for a key that names a data file, and what is to be said of it. */
function chosen(
  { key, folder, first, says }: (typeof CHOICES)[number],
  names: readonly string[],
): { typed: string; said: string[] } {
  const [only, other] = names;
  if (only === undefined)
    return {
      typed: first,
      said: [
        `Create the file ${typed(inContent(`${folder}/${first}.yaml`))} with the line ${typed(says)}.`,
      ],
    };
  if (other === undefined) return { typed: yamlText(only), said: [] };
  const said =
    names.length > MOST_LISTED
      ? `For \`${key}\`, use the name of a file in ${inContent(folder)}/ without its extension, such as ${typed(yamlText(only))}.`
      : `For \`${key}\`, use ${oneOf(names.map(yamlText))}.`;
  return { typed: placeholder(`the ${key}`), said: [said] };
}
