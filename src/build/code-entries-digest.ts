import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Publication } from "../domain/publication.ts";

/**
 * Digest of the code in a content folder that entries under `code:` may import, with those entries themselves;
 * empty where there are none. They share a bundle with the press's pages, so a change there can rename style
 * sheets everywhere.
 */
export function codeEntriesDigest(publication: Publication): string {
  const { content, site } = publication;
  if (site.code.length === 0) return "";
  const code = readdirSync(join(content, "articles"), { recursive: true, encoding: "utf8" })
    .map((file) => `articles/${file.replaceAll("\\", "/")}`)
    .filter(
      (file) =>
        site.code.includes(file) || /\.(?:[cm]?[jt]sx?|astro|css|json|svelte|vue)$/.test(file),
    )
    .sort();
  return hash(
    "sha256",
    JSON.stringify(code.map((file) => [file, hash("sha256", readFileSync(join(content, file)))])),
  );
}
