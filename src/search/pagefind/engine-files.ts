import type { Cbor } from "./cbor.ts";
import type { IndexReader } from "./engine.ts";
import { metaValue, writeIndexFile } from "./index-format.ts";
import type { IndexMeta } from "./index-format.ts";

/** Where the files of an index come from that is made while the engine asks for it. */
export interface FileMakers {
  words: (name: string) => Cbor | Promise<Cbor>;
  filter: (name: string) => Cbor | Promise<Cbor>;
  fragment: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** The engine's program for a language. */
export interface EngineProgram {
  name: string;
  /** Unpacked. */
  bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** An index as the engine fetches it: what it asks for first, and what is made when it is asked for. */
export function engineFiles(
  program: EngineProgram,
  meta: IndexMeta,
  makers: Partial<FileMakers>,
): IndexReader {
  const entry = {
    version: meta.version,
    languages: { all: { hash: "all", wasm: program.name, page_count: meta.pages.length } },
  };
  const made: Record<string, (name: string) => Promise<Uint8Array<ArrayBuffer>>> = {
    json: () => Promise.resolve(new TextEncoder().encode(JSON.stringify(entry))),
    pf_meta: () => Promise.resolve(writeIndexFile(metaValue(meta))),
    pagefind: program.bytes,
    pf_index: async (name) => writeIndexFile((await makers.words?.(name)) ?? []),
    pf_filter: async (name) => writeIndexFile((await makers.filter?.(name)) ?? []),
    pf_fragment: async (name) => (await makers.fragment?.(name)) ?? new Uint8Array(),
  };
  return async (path) => {
    const [, name = "", ending = ""] = /^(?:.*\/)?([^/]*)\.([^.]+)$/s.exec(path) ?? [];
    const make = made[ending];
    if (make === undefined) throw new Error(`The search index has no ${path}.`);
    return make(name);
  };
}
