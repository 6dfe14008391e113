import { z } from "astro/zod";
import { composed } from "../domain/composed.ts";
import { PART_FOLDERS } from "../domain/own-parts.ts";

/**
 * The path of a file of the owner's, `./styles.css`, as a path below the content folder: at its top, or in a folder of
 * parts, where nobody else writes. `folders` are those that it may lie in, where that is not any.
 */
export function partPath(
  ending: string,
  example: string,
  folders: readonly string[] = ["", ...PART_FOLDERS],
) {
  const path = new RegExp(
    `^(?:\\./)?(?:${folders.map((folder) => (folder === "" ? "" : `${folder}/`)).join("|")})[^./][^/]*\\.${ending}$`,
    "u",
  );
  const places = folders.map((folder) => (folder === "" ? "beside site.yaml" : `in ${folder}/`));
  return z
    .string()
    .trim()
    .regex(
      path,
      `must be the path of a file that ends in .${ending} and lies ${places.join(", ").replace(/, (?=[^,]*$)/, " or ")}, such as ${example}`,
    )
    .transform((written) => composed(written.replace(/^\.\//, "")))
    .meta({ example });
}
