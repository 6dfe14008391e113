import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type * as Pagefind from "pagefind";
import { putIndexInOrder, ENTRY } from "./index-order.ts";
import { recordHtml } from "./record-html.ts";
import type { SearchRecord } from "./record-html.ts";
import { untilWritten } from "./written-files.ts";

/** What of Pagefind's own files is published: its engine and its index, not its worker and its search boxes. */
const PUBLISHED =
  /^(?:pagefind\.js|pagefind-entry\.json|pagefind\.[^.]+\.pf_meta|(?:filter|fragment|index)\/.+)$/;

/**
 * Builds the Pagefind index of a publication in `language` and writes it into a folder; gives the paths written,
 * relative to it. Records go in one by one in the order given, so equal records give equal bytes; `onIndexed` is
 * called after each.
 *
 * Throws with Pagefind's reasons.
 */
export async function writeSearchIndex(
  records: Iterable<SearchRecord>,
  language: string,
  folder: string,
  onIndexed: () => void = () => undefined,
): Promise<string[]> {
  const { close, createIndex } = await import("pagefind");
  const forceLanguage = indexLanguage(language);
  const { index, errors } = await createIndex({ forceLanguage, writePlayground: false });
  if (index === undefined)
    throw new Error(`The search index could not be begun: ${errors.join("; ")}`);
  try {
    for (const record of records) {
      const added = await index.addHTMLFile({ url: record.path, content: recordHtml(record) });
      if (added.errors.length > 0) {
        throw new Error(
          `${record.path} could not be indexed for search: ${added.errors.join("; ")}`,
        );
      }
      onIndexed();
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0)
      throw new Error(`The search index could not be made: ${written.errors.join("; ")}`);
    await untilWritten(folder, await engineFile(createIndex));
  } finally {
    await close();
  }
  putIndexInOrder(folder);
  return keepPublished(folder);
}

/** The engine as Pagefind hands it over in memory, to compare the file on the disk with. */
async function engineFile(
  createIndex: typeof Pagefind.createIndex,
): Promise<{ path: string; content: Uint8Array }> {
  const { index } = await createIndex({ writePlayground: false });
  const { files } = (await index?.getFiles()) ?? { files: [] };
  const engine = files.find(({ path }) => path === "pagefind.js");
  if (engine === undefined) throw new Error("Pagefind gives no pagefind.js.");
  return engine;
}

/** Languages that Pagefind cuts into words by dictionaries of its own; ours are spaced out already. */
const CUT_BY_PAGEFIND = new Set(["ja", "th", "zh"]);

/**
 * The one language that all records are indexed in, that of the publication: Pagefind makes an index for each
 * language and searches in one of them only, so an article in another language would never be found.
 */
function indexLanguage(language: string): string {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  return CUT_BY_PAGEFIND.has(primary) ? "unknown" : primary;
}

/** Removes the files that no page loads and gives the others, sorted. */
function keepPublished(folder: string): string[] {
  const entry = JSON.parse(readFileSync(join(folder, ENTRY), "utf8")) as {
    languages: Record<string, { wasm: string | null }>;
  };
  const engines = Object.values(entry.languages).map(
    ({ wasm }) => `wasm.${wasm ?? "unknown"}.pagefind`,
  );
  const kept: string[] = [];
  for (const found of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!found.isFile()) continue;
    const file = join(found.parentPath, found.name);
    const path = file.slice(folder.length + 1).replaceAll("\\", "/");
    if (PUBLISHED.test(path) || engines.includes(path)) kept.push(path);
    else rmSync(file);
  }
  return kept.sort();
}
