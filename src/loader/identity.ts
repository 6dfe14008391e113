import { createHash } from "node:crypto";
import { composed } from "../domain/composed.ts";
import { readOldAddress } from "../domain/old-address.ts";
import type { Site } from "../domain/publication.ts";

/** Namespace of the ids that come from paths; it must never change, or every feed's items come back as unread. */
const NAMESPACE = Buffer.from("6f1d0f3c9b0a4f5e8c2d7a4b1e6c3d52", "hex");

/**
 * The id of an article that has none written down: the UUIDv5 (RFC 9562, section 5.5) of its path below the content
 * folder without its ending, or of the path that the first of its old addresses had, so that moving the file keeps
 * it. An old address of another kind than an article's stands for itself. Neither domain nor base has a part in it.
 * An old address that is none is an error elsewhere and does not count here.
 */
export function idFromPath(
  file: string,
  aliases: readonly string[],
  { base }: Pick<Site, "base">,
): string {
  const [first] = aliases;
  const earlier = first === undefined ? undefined : pathOfAddress(first, base);
  return nameBasedId(NAMESPACE, earlier ?? composed(file).replace(/\.mdx?$/, ""));
}

/** The path below the content folder, without ending, of an article that had this address. */
function pathOfAddress(written: string, base: string): string | undefined {
  const old = readOldAddress(written.replace(/^https?:\/\/[^/?#]*/i, ""), { origin: "", base });
  if ("fault" in old) return undefined;
  return old.path.replace(/^\/(\d{4}\/(?:0[1-9]|1[0-2])\/[^/]+)\/$/, "articles/$1");
}

/** The id of something that belongs to an article or the like with an id: the UUIDv5 of its name below that. */
export function idWithin(id: string, name: string): string {
  return nameBasedId(Buffer.from(id.replaceAll("-", ""), "hex"), name);
}

function nameBasedId(namespace: Buffer, name: string): string {
  const hash = createHash("sha1").update(namespace).update(name, "utf8").digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/** The id in a text that is nothing but one, as a bare UUID or as `urn:uuid:…` (RFC 9562, section 4), in lower case. */
export function uuidOf(text: string): string | undefined {
  return /^(?:urn:uuid:)?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i
    .exec(text)?.[1]
    ?.toLowerCase();
}
