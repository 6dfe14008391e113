import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareText } from "../domain/order.ts";

/** One article as search knows it. */
export interface SearchRecord {
  /** Address below the host. */
  url: string;
  language: string;
  title: string;
  description: string;
  authors: string[];
  /** Plain text of the body. */
  text: string;
  /** Instant of publication, for the order "newest first". */
  published: number;
}

/** Pagefind's own search boxes, which no page of the press loads. */
const READY_MADE_INTERFACES = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * Builds the Pagefind index and writes it below a folder; gives the paths written, relative to it.
 *
 * Records go in one by one in the order given, and facets stay outside (Pagefind's filter files differ from run
 * to run on equal input), so equal records give equal bytes. Throws with Pagefind's reasons.
 */
export async function writeSearchIndex(
  records: Iterable<SearchRecord>,
  folder: string,
): Promise<string[]> {
  const { close, createIndex } = await import("pagefind");
  const { index, errors } = await createIndex({ writePlayground: false });
  if (index === undefined)
    throw new Error(`The search index could not be begun: ${errors.join("; ")}`);
  try {
    for (const record of records) {
      const added = await index.addCustomRecord({
        url: record.url,
        language: record.language,
        content: [record.title, record.description, record.authors.join(", "), record.text].join(
          "\n\n",
        ),
        meta: { title: record.title },
        sort: { published: String(record.published).padStart(16, "0") },
      });
      if (added.errors.length > 0) {
        throw new Error(
          `${record.url} could not be indexed for search: ${added.errors.join("; ")}`,
        );
      }
    }
    const result = await index.getFiles();
    if (result.errors.length > 0)
      throw new Error(`The search index could not be made: ${result.errors.join("; ")}`);
    const files = result.files.filter(({ path }) => !READY_MADE_INTERFACES.test(path));
    for (const { path, content } of files) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, path === ENTRY ? withLanguagesInOrder(content) : content);
    }
    return files.map(({ path }) => path);
  } finally {
    await close();
  }
}

/** What a browser reads first: which languages there are, and the file of each. */
const ENTRY = "pagefind-entry.json";

/** Pagefind lists the languages in an order that differs from run to run. */
export function withLanguagesInOrder(entry: Uint8Array): string {
  const value = JSON.parse(Buffer.from(entry).toString("utf8")) as {
    languages: Record<string, unknown>;
  };
  const languages = Object.entries(value.languages).sort(([a], [b]) => compareText(a, b));
  return JSON.stringify({ ...value, languages: Object.fromEntries(languages) });
}
