import { decoded } from "../../domain/decoded.ts";
import { posix } from "node:path";
import { trimmedEnd, withoutQuery } from "./text-scan.ts";

/** An address of the old site below its host, encoded as browsers do. */
function encodedPath(path: string): string {
  const safe = path.replaceAll("#", "%23").replaceAll("?", "%3F");
  return new URL(safe.replace(/^\/*/, "/"), "http://old.invalid").pathname;
}

/** An address below the old site, whole where the site's own is known. */
export function wholeAddress(path: string, site: string | undefined): string {
  const encoded = encodedPath(path);
  return site === undefined || !URL.canParse(site) ? encoded : new URL(encoded, site).href;
}

/** A path in the folder that a path written in a file leads to; undefined where it leads out of it. */
export function besidePath(file: string, written: string): string | undefined {
  const bare = decoded(withoutQuery(written));
  const path = posix.normalize(
    bare.startsWith("/") ? bare.slice(1) : posix.join(posix.dirname(file), bare),
  );
  return path.startsWith("../") ? undefined : path;
}

/** A path by which addresses are compared: without escapes, the name of an index, and a slash or `.html` at its end. */
export function comparablePath(path: string): string {
  const plain = decoded(path)
    .normalize("NFC")
    .replace(/\/index\.html?$/, "/")
    .replace(/\.html?$/, "");
  return trimmedEnd(plain, "/") || "/";
}
