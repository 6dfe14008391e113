import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BodyFormat } from "../domain/body.ts";
import { parseBody } from "../markdown/parse-body.ts";
import type { Body } from "../markdown/body.ts";

/**
 * Reads and parses the body of a text that was checked before.
 *
 * Throws when the file is no longer the one that was checked: what was not checked is not published.
 */
export function readBody(
  content: string,
  text: { file: string; format: BodyFormat; digest: string },
): Body {
  const source = readChecked(content, text).toString("utf8");
  return parseBody(source, text.format, { isChecked: true });
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
