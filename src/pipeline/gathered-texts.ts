import type { Diagnostic } from "../domain/diagnostic.ts";
import { articlePath } from "../loader/article-path.ts";
import type { FreePath } from "../loader/free-paths.ts";
import type { Content } from "../loader/read-content.ts";
import type { LocatedReferences } from "../loader/references.ts";
import { missingKeyDiagnostics } from "../loader/yaml/missing-keys.ts";
import type { LocatedArticle } from "../validation/article-identity.ts";

/** The texts of a content folder, as what they say of other files is checked. */
export interface GatheredTexts {
  /** Valid articles, with the places of what they name. */
  placed: LocatedArticle[];
  /** Texts with errors: they have a path all the same. */
  invalid: { file: string; path: string }[];
  /** Everything that refers to other files, invalid texts too. */
  texts: LocatedReferences[];
}

/** Gathers texts from their readings, and adds what is wrong with each by itself to `diagnostics`. */
export function gatherTexts(
  { articles, pages, dataFiles }: Pick<Content, "articles" | "pages" | "dataFiles">,
  free: FreePath,
  diagnostics: Diagnostic[],
): GatheredTexts {
  const known = { categories: dataFiles.categories.names, authors: dataFiles.authors.names };
  const placed: LocatedArticle[] = [];
  const invalid = [...pages.invalid];
  const texts: LocatedReferences[] = [];
  for (const [file, reading] of articles) {
    for (const one of reading.diagnostics) diagnostics.push(one);
    diagnostics.push(...missingKeyDiagnostics(file, reading.missing, known));
    const { article, invalid: withErrors, places } = reading;
    const references = article ?? withErrors;
    if (references !== undefined) texts.push({ references, places });
    if (article !== undefined) placed.push({ article, places });
    else {
      const { parts, ...path } = articlePath(file, reading.misplaced?.day, free);
      if (parts !== undefined) invalid.push({ file, path: parts.path });
      if (reading.misplaced !== undefined) diagnostics.push(...path.diagnostics);
    }
  }
  for (const page of pages.pages) texts.push({ references: page, places: {} });
  diagnostics.push(...pages.diagnostics);
  return { placed, invalid, texts };
}
