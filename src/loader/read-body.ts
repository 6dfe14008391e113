import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BodyFormat } from "../domain/body.ts";
import { parseBody } from "../markdown/parse-body.ts";
import type { Body, BodyTree } from "../markdown/body.ts";
import { withoutUpdates } from "../markdown/live-updates.ts";
import type { ComponentFiles } from "./own-components.ts";
import { cachedTree } from "./cached-trees.ts";
import type { CachedTrees } from "./cached-trees.ts";
// Texts are read with all components.
import "../markdown/components/registry.ts";

/** Where texts are that were checked; plain data. */
export interface CheckedTexts {
  /** Absolute path of the content folder. */
  content: string;
  /** What was kept of their reading. */
  trees?: CachedTrees;
  /** The components of the publication's own, to be loaded before any text is rendered; absent where it has none. */
  components?: ComponentFiles;
}

/** A text that was checked before. */
interface CheckedText {
  file: string;
  format: BodyFormat;
  digest: string;
  /** Updates of a live blog, by fragment, that are to be left out. */
  withheld?: readonly string[];
}

/**
 * The body of a text that was checked before, without the updates that are withheld: as it was kept, or parsed again.
 *
 * Throws when it is not kept and the file is no longer the one that was checked: what was not checked is not published.
 */
export function readBody({ content, trees }: CheckedTexts, text: CheckedText): BodyTree {
  const kept =
    trees === undefined || text.withheld !== undefined ? undefined : cachedTree(trees, text);
  return kept === undefined ? parseAgain(content, text) : { tree: kept };
}

/** The same with its facts, from the file in the content folder. */
export function parseAgain(content: string, text: CheckedText): Body {
  const { format, withheld } = text;
  const source = readChecked(content, text).toString("utf8");
  const body = parseBody(source, format, { isChecked: true });
  if (withheld === undefined) return body;
  // Parsed anew, so that nothing of them is left elsewhere, such as their notes at the foot.
  const rest = parseBody(withoutUpdates(source, body.tree, withheld), format, { isChecked: true });
  if (rest.metadata.updates?.some(({ id }) => withheld.includes(id)) === true)
    throw new Error(`An update of ${text.file} that is dated later than now cannot be left out.`);
  return rest;
}

/** The bytes of a file that was checked before. Throws when it is no longer the one that was checked. */
export function readChecked(
  content: string,
  { file, digest }: { file: string; digest: string },
): Buffer {
  const bytes = readFileSync(join(content, file));
  if (hash("sha256", bytes, "hex") === digest) return bytes;
  throw new Error(`${file} was changed while the build was running. Run the build again.`);
}
