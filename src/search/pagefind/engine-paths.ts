/** The script of the engine, and its program for a language; in the folder of the search. */
export const ENGINE_SCRIPT = "pagefind.js";
export const engineWasm = (name: string): string => `wasm.${name}.pagefind`;

/** The name of the program among the engine's paths. */
export function wasmOf(paths: Iterable<string>): string {
  for (const path of paths) {
    const name = /^wasm\.(.+)\.pagefind$/.exec(path)?.[1];
    if (name !== undefined) return name;
  }
  throw new Error("The engine of the search has no program.");
}
