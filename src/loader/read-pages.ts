import { addresses } from "../urls/hrefs.ts";
import type { StandingPage } from "../domain/article.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { slugOf } from "./article-path.ts";
import type { ContentFile } from "../cache/content-file.ts";
import type { FreePath } from "./free-paths.ts";
import { indexOf } from "../cache/index-file.ts";
import type { IndexedFolders } from "../cache/index-file.ts";
import { indexedReadings } from "./indexed-readings.ts";
import type { ComponentFiles } from "./own-components.ts";
import type { ParsedPage } from "./read-article.ts";
import type { Readers } from "./readers.ts";

/** What the files of standing pages give: those that are sound, and where the others would stand. */
export interface ParsedPages {
  pages: StandingPage[];
  invalid: { file: string; path: string }[];
  diagnostics: Diagnostic[];
}

/** Reads, validates and examines the standing pages. Who is told to rename one is told of a `free` path. */
export async function readPages(
  files: readonly ContentFile[],
  folders: IndexedFolders,
  {
    readers,
    free,
    components,
  }: { readers: Readers; free?: FreePath; components?: ComponentFiles | undefined },
): Promise<ParsedPages> {
  const told: ParsedPages = { pages: [], invalid: [], diagnostics: [] };
  if (files.length === 0) return told;
  const index = indexOf<ParsedPage>("pages", folders);
  const options = { kind: "page", content: folders.content, rules: { components } } as const;
  const readings = await indexedReadings(options, files, readers, {
    index,
    digestOf: ({ page }) => page?.digest,
    without: (diagnostic) => ({ diagnostics: [diagnostic] }),
  });
  index.save();
  for (const [file, { page, diagnostics }] of readings) {
    const { slug, diagnostics: nameDiagnostics } = slugOf(file, true, free);
    told.diagnostics.push(...nameDiagnostics, ...diagnostics);
    if (page !== undefined && nameDiagnostics.length === 0) told.pages.push(page);
    else if (slug !== undefined) told.invalid.push({ file, path: addresses.page(slug) });
  }
  return told;
}
