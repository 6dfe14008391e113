import { folderOf } from "../domain/path-parts.ts";
import { composed } from "../domain/composed.ts";

/** What a picture's address means where it is written. */
export type ImageSource = { kind: "file"; file: string } | { kind: "remote" } | { kind: "outside" };

/**
 * Resolves the address of a picture as written in `file` to a path below the content folder: beside that file
 * (`./a.jpg`, `a.jpg`, `../b/a.jpg`) or in `public/` (`/a.jpg`).
 */
export function imageSource(src: string, file: string): ImageSource {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(src)) return { kind: "remote" };
  const plain = decoded(src.replace(/[?#].*$/s, ""));
  const resolved = plain.startsWith("/")
    ? joinInside("public", plain)
    : joinInside(folderOf(file), plain);
  return resolved === undefined ? { kind: "outside" } : { kind: "file", file: resolved };
}

/**
 * Joins a relative path to a folder below the content folder, with its letters composed, as files are known by;
 * `undefined` where it leaves the content folder.
 */
export function joinInside(folder: string, relative: string): string | undefined {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split(/[/\\]/)) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return composed(parts.join("/"));
}

/** A percent-encoded path or fragment decoded, with its letters composed; what is wrongly encoded stays. */
export function decoded(path: string): string {
  try {
    return composed(decodeURIComponent(path));
  } catch {
    return composed(path);
  }
}
