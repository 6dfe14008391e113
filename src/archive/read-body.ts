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
  const bytes = readFileSync(join(content, text.file));
  if (hash("sha256", bytes, "hex") !== text.digest) {
    throw new Error(`${text.file} was changed while the build was running. Run the build again.`);
  }
  return parseBody(bytes.toString("utf8"), text.format, { isChecked: true });
}
