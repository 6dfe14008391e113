import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BodyFormat } from "../domain/body.ts";
import { parseBody } from "../markdown/parse-body.ts";
import type { Body } from "../markdown/body.ts";
import { withoutUpdates } from "../markdown/live-updates.ts";

/** A text that was checked before. */
interface CheckedText {
  file: string;
  format: BodyFormat;
  digest: string;
  /** Updates of a live blog, by fragment, that are to be left out. */
  withheld?: readonly string[];
}

/**
 * Reads and parses the body of a text that was checked before, without the updates that are withheld.
 *
 * Throws when the file is no longer the one that was checked: what was not checked is not published.
 */
export function readBody(content: string, text: CheckedText): Body {
  const { format, withheld } = text;
  const source = readChecked(content, text).toString("utf8");
  const body = parseBody(source, format, { isChecked: true });
  if (withheld === undefined) return body;
  // Parsed anew, so that nothing of them is left elsewhere, such as their notes at the foot.
  const rest = parseBody(withoutUpdates(source, body.tree, withheld), format, { isChecked: true });
  if (rest.facts.updates?.some(({ id }) => withheld.includes(id)) === true)
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
