import { z } from "astro/zod";
import { language, line, webAddress } from "../loader/schemas/field-types.ts";
import { parseOrExplain } from "../loader/yaml/parse-or-explain.ts";
import { parseYaml } from "../loader/yaml/yaml-document.ts";
import { isSlug } from "../domain/slug.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ArchiveAuthor, ArchiveTerm, ArchiveText } from "./archive.ts";
import { isTimezone } from "../domain/dates.ts";

/** What a term of the old system becomes: a category or tag of that name, or nothing. */
const termTarget = z.union(
  [z.strictObject({ category: line }), z.strictObject({ tag: line }), z.literal(false)],
  { error: "must be `{ category: NAME }`, `{ tag: NAME }` or `false`" },
);

/** What an editor decides about an import, in a YAML file: all that the stated rules would decide otherwise. */
const importMapSchema = z.strictObject({
  name: line.optional().describe("Name of the publication."),
  description: line.optional().describe("One sentence about it."),
  language: language.optional().describe("Language of the publication."),
  timezone: line
    .refine(isTimezone, "must be the IANA name of a time zone, such as Europe/London")
    .optional()
    .describe("Time zone in which its days begin."),
  category: line.optional().describe("Category of articles that have none."),
  categories: z
    .record(z.string(), termTarget)
    .default({})
    .describe("What categories become, by their old slug."),
  tags: z
    .record(z.string(), termTarget)
    .default({})
    .describe("What tags become, by their old slug."),
  authors: z
    .record(z.string(), line.refine(isSlug, "must be a name for an address, such as `jane-smith`"))
    .default({})
    .describe("The slugs of authors, by their old ones: two that become one are one author."),
  types: z
    .record(z.string(), z.enum(["article", "page"]))
    .default({})
    .describe("What kinds of posts that the old system does not know by itself become."),
  links: z
    .record(
      z.string(),
      z.union([line.regex(/^\//), webAddress], {
        error: "must be a path, such as `/shop/`, or a web address",
      }),
    )
    .default({})
    .describe("Where links to old addresses lead that are not in the archive."),
  accept: z
    .array(z.union([z.number().int().transform(String), line]))
    .default([])
    .describe("Keys of texts in the ledger whose lost words are accepted."),
});

export type ImportMap = z.infer<typeof importMapSchema>;

/** The map of an import for which nobody has decided anything. */
export const NO_MAP: ImportMap = importMapSchema.parse({});

/** What a map says of things that are not in the archive, in one sentence: nothing else would show a slip of the pen. */
export function unknownInMap(map: ImportMap, { terms, authors, texts }: MappedNames): string[] {
  const slugsOf = (wanted: string): Set<string> =>
    new Set(terms.filter(({ kind }) => kind === wanted).map(({ slug }) => slug));
  const known: [name: string, written: string[], slugs: Set<string>][] = [
    ["categories", Object.keys(map.categories), slugsOf("category")],
    ["tags", Object.keys(map.tags), slugsOf("tag")],
    ["authors", Object.keys(map.authors), new Set(authors.map(({ slug }) => slug))],
    ["accept", map.accept, new Set(texts.map(({ key }) => key))],
  ];
  const unknown = known.flatMap(([name, written, slugs]) =>
    written.filter((one) => !slugs.has(one)).map((one) => `\`${one}\` in \`${name}\``),
  );
  return unknown.length === 0
    ? []
    : [`The map names what is not in the archive: ${unknown.join("; ")}. Check how it is written.`];
}

/** The things of an archive that a map names. */
interface MappedNames {
  terms: readonly Pick<ArchiveTerm, "kind" | "slug">[];
  authors: readonly Pick<ArchiveAuthor, "slug">[];
  texts: readonly Pick<ArchiveText, "key">[];
}

/** Reads a map; what is wrong with it is told with places. */
export function readImportMap(
  text: string,
  file: string,
): { map?: ImportMap; diagnostics: Diagnostic[] } {
  if (text.split("\n").every(saysNothing)) return { map: NO_MAP, diagnostics: [] };
  const { document, diagnostics } = parseYaml(text, file, 1);
  if (document === undefined) return { diagnostics };
  const explained = parseOrExplain(importMapSchema, document, file);
  return {
    ...(explained.value === undefined ? {} : { map: explained.value }),
    diagnostics: [...diagnostics, ...explained.diagnostics],
  };
}

function saysNothing(line: string): boolean {
  const said = line.trim();
  return said === "" || said.startsWith("#");
}
