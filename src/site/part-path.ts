import { z } from "astro/zod";
import { composed } from "../domain/composed.ts";
import { PART_FOLDERS } from "../domain/own-parts.ts";

/**
 * The path of a file of the owner's, `./styles.css`, as a path below the content folder: at its top, or in a folder of
 * parts, where nobody else writes.
 */
export function partPath(ending: string, example: string) {
  const path = new RegExp(
    `^(?:\\./)?(?:(?:${PART_FOLDERS.join("|")})/)?[^./][^/]*\\.${ending}$`,
    "u",
  );
  return z
    .string()
    .trim()
    .regex(
      path,
      `must be the path of a file beside site.yaml, or in one of the folders ${PART_FOLDERS.join(", ")}, that ends in .${ending}, such as ${example}`,
    )
    .transform((written) => composed(written.replace(/^\.\//, "")))
    .meta({ example });
}
