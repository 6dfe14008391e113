import { readFileSync } from "node:fs";
import type * as Pagefind from "pagefind";
import { ENGINE_SCRIPT, engineWasm } from "./engine-paths.ts";
import type { IndexFiles } from "./index-format.ts";

/** A page as Pagefind reads it. */
export interface ReadPage {
  url: string;
  content: string;
}

/** Pagefind's own program. It is started when it is first asked for something, once for everything. */
export interface PagefindService {
  /**
   * Indexes pages, which are asked for one by one, in the order given: equal pages give equal bytes. `onIndexed` is
   * called after each. Throws with Pagefind's reasons.
   */
  indexPages: (pages: Iterable<ReadPage>, onIndexed?: () => void) => Promise<IndexFiles>;
  close: () => Promise<void>;
}

/** Pages that lie before Pagefind, which takes them one after the other, so that it need not wait for the next. */
const AHEAD = 8;

/** Pagefind for an index in `forceLanguage`, which it does not look for in the pages then. */
export function pagefindService(forceLanguage: string): PagefindService {
  let started: Promise<typeof Pagefind> | undefined;
  const begin = async (): Promise<Pagefind.PagefindIndex> => {
    started ??= import("pagefind");
    const { createIndex } = await started;
    const { index, errors } = await createIndex({ forceLanguage, writePlayground: false });
    if (index !== undefined) return index;
    throw new Error(`The search index could not be begun: ${errors.join("; ")}`);
  };
  return {
    indexPages: async (pages, onIndexed = () => undefined) => {
      const index = await begin();
      const add = async (page: ReadPage): Promise<void> => {
        const { errors } = await index.addHTMLFile(page);
        if (errors.length > 0)
          throw new Error(`${page.url} could not be indexed for search: ${errors.join("; ")}`);
        onIndexed();
      };
      const adding: Promise<void>[] = [];
      for (const page of pages) {
        const added = add(page);
        // Whoever fails first is told of; the others that are on their way may fail as well.
        added.catch(() => undefined);
        adding.push(added);
        if (adding.length > AHEAD) await adding.shift();
      }
      await Promise.all(adding);
      const made = await filesOf(index);
      await index.deleteIndex();
      return made;
    },
    close: async () => void (await (await started)?.close()),
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

/** What browsers search with. Without a page Pagefind would give the engine that knows no language. */
export async function engineFilesOf(service: PagefindService): Promise<IndexFiles> {
  const made = await service.indexPages([{ url: "/", content: "<html><body>a</body></html>" }]);
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
export function indexLanguage(language: string): string {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  return CUT_BY_PAGEFIND.has(primary) ? "unknown" : primary;
}
