import { cleanText } from "../domain/xml-text.ts";
import type { FeedEntry } from "./feed.ts";

/** An absolute IRI (RFC 3987, section 2.2), as far as a feed reader looks. */
const IRI = /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i;

/**
 * What identifies an entry in RSS (`guid`, which is any text) and in JSON Feed (`id`): what did so in the feeds of the
 * system that its article comes from, so that subscribers do not see it again, or else its UUID.
 */
export function entryId({ id, feedId }: Pick<FeedEntry, "id" | "feedId">): string {
  return feedId === undefined ? `urn:uuid:${id}` : cleanText(feedId);
}

/** The same in Atom, where it is an IRI (RFC 4287, section 4.2.6): an old one that is none gives way to the UUID. */
export function atomEntryId(entry: Pick<FeedEntry, "id" | "feedId">): string {
  const id = entryId(entry);
  return IRI.test(id) ? id : `urn:uuid:${entry.id}`;
}
