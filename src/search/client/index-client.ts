import { INDEX_FOLDER } from "../facets.ts";
import { engineWasm } from "../pagefind/engine-paths.ts";
import type { EngineProgram } from "../pagefind/engine-files.ts";
import { readIndexFile, readWords, signed } from "../pagefind/index-format.ts";
import type { IndexedWord, IndexFilter } from "../pagefind/index-format.ts";
import { periodPaths, readPeriodFilters, readPeriodMeta } from "../period-format.ts";
import type { PeriodMeta } from "../period-format.ts";
import type { PeriodEntry, PeriodsFile } from "../periods-file.ts";
import { readSpellings, spellingFileOf } from "../spelling-format.ts";
import type { CountedWord } from "../spelling-format.ts";

/** A period of which the first file has been read. */
export interface OpenPeriod {
  entry: PeriodEntry;
  meta: PeriodMeta;
}

/** The index of a bundle, of which each file is fetched when it is first asked for, and kept. */
export interface PeriodClient {
  list: PeriodsFile;
  open: (entry: PeriodEntry) => Promise<OpenPeriod>;
  words: (period: OpenPeriod, file: string) => Promise<IndexedWord[]>;
  /** The words, as texts have them, of the file that has those with a first letter. */
  spellings: (period: OpenPeriod, initial: string) => Promise<CountedWord[]>;
  filters: (period: OpenPeriod) => Promise<IndexFilter[]>;
  fragment: (period: OpenPeriod, name: string) => Promise<Uint8Array<ArrayBuffer>>;
  program: EngineProgram;
}

/**
 * Opens the index of a bundle whose base is `base`, as its list of periods says. What it is asked for rejects where a
 * file cannot be fetched or is not of its form, as after a new edition that has others. `onLost` is told too: the
 * engine goes on as if there were nothing.
 */
export function openIndexClient(
  base: string,
  list: PeriodsFile,
  onLost: (why: unknown) => void = () => undefined,
): PeriodClient {
  const folder = `${base}${INDEX_FOLDER}`;
  const files = <Value>(read: (unpacked: Uint8Array<ArrayBuffer>) => Value) =>
    once(async (path) => {
      try {
        return read(await unpacked(await fetched(folder + path)));
      } catch (error) {
        onLost(error);
        throw error;
      }
    });
  const whole = files((bytes) => (signed(bytes), bytes));
  const open = files((bytes) => readPeriodMeta(readIndexFile(bytes)));
  const words = files((bytes) => readWords(readIndexFile(bytes)));
  const spellings = files((bytes) => readSpellings(new TextDecoder().decode(bytes)));
  const filters = files((bytes) => readPeriodFilters(readIndexFile(bytes)));
  const below = ({ entry }: Pick<OpenPeriod, "entry">, path: string): string =>
    `${entry.name}/${path}`;
  return {
    list,
    open: async (entry) => ({
      entry,
      meta: await open(below({ entry }, periodPaths.meta(entry.meta))),
    }),
    words: (period, file) => words(below(period, periodPaths.words(file))),
    spellings: async (period, initial) => {
      const file = spellingFileOf(period.meta.spellings, initial);
      return file === undefined ? [] : spellings(below(period, periodPaths.spellings(file)));
    },
    filters: (period) => filters(below(period, periodPaths.filters(period.meta.filters))),
    fragment: (period, name) => whole(below(period, periodPaths.fragment(name))),
    program: { name: list.wasm, bytes: () => whole(engineWasm(list.wasm)) },
  };
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is answered with ${response.status}.`);
  return response;
}

async function unpacked(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  // A host that unpacks what it serves leaves nothing to do.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Remembers what a function gave for each path; failures are not remembered. */
function once<Value>(make: (path: string) => Promise<Value>): (path: string) => Promise<Value> {
  const made = new Map<string, Promise<Value>>();
  return (path) => {
    const known = made.get(path);
    if (known !== undefined) return known;
    const value = make(path);
    made.set(path, value);
    value.catch(() => made.delete(path));
    return value;
  };
}
