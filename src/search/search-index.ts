import { readFileSync } from "node:fs";
import type * as Pagefind from "pagefind";
import { ENGINE_SCRIPT, engineWasm } from "./period-form.ts";
import { packedFile, periodFiles } from "./period-files.ts";
import type { IndexFiles, PeriodFiles } from "./period-files.ts";
import { preparedParts } from "./prepared-parts.ts";
import type { PreparedPart } from "./prepared-parts.ts";
import { recordHtml } from "./record-html.ts";
import type { SearchRecord } from "./record-html.ts";
import { storedRecord, storedRecordFile } from "./stored-record.ts";
import { countWords } from "./word-counts.ts";

/** Pagefind at work. It is started once for all the periods of a build. */
export interface Indexer {
  /**
   * Indexes the articles of a period. Records go in one by one in the order given, newest first, so equal records
   * give equal bytes. `onIndexed` is called after each. Throws with Pagefind's reasons.
   */
  indexPeriod: (records: Iterable<SearchRecord>, onIndexed?: () => void) => Promise<PeriodFiles>;
  /** What browsers search with. */
  engine: () => Promise<IndexFiles>;
  close: () => Promise<void>;
}

/** Records that lie before Pagefind, which takes them one after the other, so that it need not wait for the next. */
const AHEAD = 8;

/** Starts Pagefind for a publication in `language`. */
export async function startIndexer(language: string): Promise<Indexer> {
  const { close, createIndex } = await import("pagefind");
  const forceLanguage = indexLanguage(language);
  const begin = async (): Promise<Pagefind.PagefindIndex> => {
    const { index, errors } = await createIndex({ forceLanguage, writePlayground: false });
    if (index !== undefined) return index;
    throw new Error(`The search index could not be begun: ${errors.join("; ")}`);
  };
  const indexPeriod: Indexer["indexPeriod"] = async (records, onIndexed = () => undefined) => {
    const index = await begin();
    const add = async (record: SearchRecord, parts: readonly PreparedPart[]): Promise<void> => {
      const content = recordHtml(record, parts, forceLanguage);
      const { errors } = await index.addHTMLFile({ url: record.path, content });
      if (errors.length > 0)
        throw new Error(`${record.path} could not be indexed for search: ${errors.join("; ")}`);
      onIndexed();
    };
    const counts = countWords();
    const texts: Uint8Array[] = [];
    const adding: Promise<void>[] = [];
    for (const record of records) {
      const stored = storedRecord(record);
      const parts = preparedParts(stored);
      counts.add(parts);
      texts.push(packedFile(storedRecordFile(stored)));
      const added = add(record, parts);
      // Whoever fails first is told of; the others that are on their way may fail as well.
      added.catch(() => undefined);
      adding.push(added);
      if (adding.length > AHEAD) await adding.shift();
    }
    await Promise.all(adding);
    const made = await filesOf(index);
    await index.deleteIndex();
    return periodFiles(made, texts, counts.words());
  };
  return {
    indexPeriod,
    engine: async () => {
      const index = await begin();
      // Without a record Pagefind gives the engine that knows no language.
      await index.addHTMLFile({ url: "/", content: "<html><body>a</body></html>" });
      return engineOf(await filesOf(index));
    },
    close: async () => void (await close()),
  };
}

/**
 * The files of an index, from memory: those that Pagefind writes itself are not whole yet when it says that it has
 * written them.
 */
async function filesOf(index: Pagefind.PagefindIndex): Promise<IndexFiles> {
  const { errors, files } = await index.getFiles();
  if (errors.length > 0)
    throw new Error(`The search index could not be made: ${errors.join("; ")}`);
  return new Map(files.map(({ path, content }) => [path, content]));
}

function engineOf(made: IndexFiles): IndexFiles {
  const read = (path: string): Uint8Array => {
    const bytes = made.get(path);
    if (bytes !== undefined) return bytes;
    throw new Error(`Pagefind gives no ${path}.`);
  };
  const { languages } = JSON.parse(new TextDecoder().decode(read("pagefind-entry.json"))) as {
    languages: Record<string, { wasm: string | null }>;
  };
  const [wasm = "unknown"] = Object.values(languages).flatMap((language) => language.wasm ?? []);
  return new Map([ENGINE_SCRIPT, engineWasm(wasm)].map((path) => [path, read(path)]));
}

/** The version of Pagefind that is installed. */
export function engineVersion(): string {
  const manifest = new URL("../package.json", import.meta.resolve("pagefind"));
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
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
