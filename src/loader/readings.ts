import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { keepTree } from "./cached-trees.ts";
import type { TreeFolder } from "./cached-trees.ts";
import { examineComments } from "./comments-file.ts";
import type { ParsedComments } from "./comments-file.ts";
import { loadOwnComponents } from "./own-components.ts";
import type { ComponentFiles } from "./own-components.ts";
import { lookAtDrawing } from "./images/look-at-drawing.ts";
import { lookIntoPublic } from "./look-into-public.ts";
import type { PublicContents } from "./look-into-public.ts";
import type { ExaminedImage } from "./images/examined-image.ts";
import { readArticle, readPage } from "./read-article.ts";
import type { IndexedArticle, ParsedPage, SiteRules } from "./read-article.ts";
import { refusedDiagnostic, unreadableDiagnostic } from "./unreadable.ts";

/** What files of each kind are read by besides their bytes and their path, and what they say; plain data. */
interface Kinds {
  article: { rules: SiteRules & OwnCode & { trees?: TreeFolder }; reading: IndexedArticle };
  page: { rules: OwnCode; reading: ParsedPage };
  comments: { rules: { timezone: string }; reading: ParsedComments };
  drawing: { rules: undefined; reading: ExaminedImage };
  public: { rules: undefined; reading: PublicContents };
}

/** The components of the publication's own, where it has any. */
interface OwnCode {
  components?: ComponentFiles | undefined;
}

export type Kind = keyof Kinds;

/** What a file of a kind says. */
export type ReadingOf<K extends Kind> = Kinds[K]["reading"];

/** None looks at another file. */
const READ: {
  [K in Kind]: (
    bytes: Buffer,
    file: string,
    rules: Kinds[K]["rules"],
  ) => ReadingOf<K> | Promise<ReadingOf<K>>;
} = {
  article: async (bytes, file, { trees, components, ...site }) => {
    await loadOwnComponents(components);
    const { tree, ...reading } = readArticle(bytes, file, site);
    if (trees === undefined || tree === undefined || reading.article === undefined) return reading;
    const cached = keepTree(trees, reading.article, tree);
    return { ...reading, ...(cached && { tree: cached }) };
  },
  page: async (bytes, file, { components }) => {
    await loadOwnComponents(components);
    return readPage(bytes, file);
  },
  comments: examineComments,
  drawing: lookAtDrawing,
  public: lookIntoPublic,
};

/** What files are read as; plain data. */
export interface ReadOptions<K extends Kind> {
  kind: K;
  /** Absolute path of the content folder. */
  content: string;
  /** What they are read by besides. */
  rules: Kinds[K]["rules"];
}

/** A file to be read. */
export interface ReadFile {
  /** Path below the content folder. */
  file: string;
  /** Digest of the bytes that were read from it before. */
  earlier?: string;
}

/** A file to be read, with all that whoever reads it has to know; plain data. */
export interface ReadTask<K extends Kind = Kind> extends ReadFile {
  options: ReadOptions<K>;
  /** How many of its lines are read, where that is not all. */
  lines?: number;
}

/** What a file gives: what was read, that its bytes are those of before, or why it is not handed out. */
export type Read<Reading> = { reading: Reading } | { same: true } | { unreadable: Diagnostic };

/** Reads a file. */
export async function readFileOf<K extends Kind>({
  file,
  earlier,
  lines,
  options: { kind, content, rules },
}: ReadTask<K>): Promise<Read<ReadingOf<K>>> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(content, file));
  } catch (error) {
    return { unreadable: unreadableDiagnostic(file, error) };
  }
  // A fresh checkout of the same commit has new times on all files.
  if (earlier !== undefined && earlier === hash("sha256", bytes, "hex")) return { same: true };
  const part = lines === undefined ? bytes : firstLines(bytes, lines);
  try {
    return { reading: await READ[kind](part, file, rules) };
  } catch (error) {
    return {
      unreadable: refusedDiagnostic(file, error instanceof Error ? error.message : String(error)),
    };
  }
}

function firstLines(bytes: Buffer, count: number): Buffer {
  let end = 0;
  for (let line = 0; line < count && end < bytes.length; line += 1) {
    const next = bytes.indexOf("\n", end);
    end = next === -1 ? bytes.length : next + 1;
  }
  return bytes.subarray(0, end);
}
