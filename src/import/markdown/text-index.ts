import { nameOf } from "../../domain/path-parts.ts";
import { besidePath } from "./source-addresses.ts";

/** Texts by what others call them: paths of their files, parts of them, names. */
export class TextIndex {
  readonly #addresses = new Map<string, string>();

  /** Keeps the address of a text, below the host. The first of two that have a name gets it. */
  add(path: string, address: string): void {
    for (const name of namesOf(path))
      if (!this.#addresses.has(name)) this.#addresses.set(name, address);
  }

  /** The address of the text that another one, at a path, calls by a path or a name; a fragment stays. */
  find(written: string, from: string): string | undefined {
    const [, bare = "", fragment = ""] = /^([^#?]*)([^]*)$/.exec(written) ?? [];
    if (bare === "") return undefined;
    const beside = bare.startsWith("/") ? undefined : besidePath(from, bare);
    const below = bare.replace(/^\.?\//, "");
    for (const name of [beside, below, below.replace(/\/$/, "")]) {
      const found = name === undefined ? undefined : this.#addresses.get(name);
      if (found !== undefined) return found + fragment;
    }
    return undefined;
  }
}

/** A path with and without the folder of all texts, the ending, and the name of an index. */
function* namesOf(path: string): Generator<string> {
  const below = path.replace(
    /^(?:content|src\/content|src\/pages|src|(?:.*\/)?_posts|(?:.*\/)?_drafts)\//,
    "",
  );
  for (const one of [path, below]) {
    yield one;
    const stem = one.replace(/\.(?:mdx?|markdown|html?)$/, "");
    yield stem;
    yield stem.replace(/\/_?index$/, "");
  }
  yield nameOf(path);
  yield nameOf(path).replace(/\.(?:mdx?|markdown|html?)$/, "");
}
