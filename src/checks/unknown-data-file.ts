import { inContent } from "../domain/content-path.ts";
import { placeholderIn } from "../domain/placeholder.ts";
import { sentence } from "./naming.ts";
import type { Explanation } from "./rule.ts";
import { certain, oneOf, remedy, shown } from "./words.ts";
import type { Meant } from "./words.ts";

/** A name that no data file has. */
export interface UnknownDataFile {
  written: string;
  /** The slug that a data file of this name would have. */
  slug: string;
  /** Slugs of the data files that there are, if they are few. */
  known: readonly string[];
  meant: Meant | undefined;
}

/** What the data file of a folder must say, for a name that readers see. */
const LINES: Readonly<Record<string, (name: string) => string>> = {
  authors: (name) =>
    `the line \`name: ${name.replace(/(?<= )\p{Ll}/gu, (first) => first.toUpperCase())}\``,
  categories: (name) => `the line \`title: ${name}\``,
  stories: (name) => `the line \`title: ${name}\``,
  posts: () => "the lines `text:`, `author:`, `date:` and `url:`",
};

/** What is said of a name that no data file in a folder has. */
export function explainUnknownCard(
  what: string,
  folder: string,
  { written, slug, known, meant }: UnknownDataFile,
): Explanation {
  const name = shown(written);
  // Left in from what the check itself offers.
  if (placeholderIn(written) !== undefined)
    return {
      message: `\`${name}\` is a placeholder for the ${what}.`,
      fix:
        known.length > 0
          ? `Write ${oneOf(known)}.`
          : `Write the name of a file in ${inContent(folder)}/, without its extension.`,
    };
  const dataFile = `\`${inContent(`${folder}/${slug}.yaml`)}\` with ${LINES[folder]?.(nameFor(name)) ?? "its lines"}`;
  const then = slug === written ? "" : `, and write \`${slug}\``;
  const isOpen = meant === undefined && known.length > 0;
  const write = `${isOpen ? `Write ${oneOf(known)}, or create` : "Create"} the file ${dataFile}${then}.`;
  return {
    message:
      meant?.sure === true
        ? `There is no ${what} \`${name}\`: the name of the file in ${inContent(folder)}/ is what counts.`
        : `There is no ${what} \`${name}\`: the file ${inContent(`${folder}/${slug}.yaml`)} does not exist.`,
    fix: remedy(meant, write),
    ...certain(meant),
  };
}

/** A name for readers: as it is written, or a slug's words with a capital. */
function nameFor(written: string): string {
  const words = written.includes(" ") ? written : written.replace(/[-_]+/g, " ");
  const name = sentence(words);
  // As YAML would read it otherwise.
  return /^[\p{L}\p{N}][^:#]*$/u.test(name) && /\p{L}/u.test(name) ? name : JSON.stringify(name);
}
