import { addresses, href } from "../urls/hrefs.ts";
import { FEED_TYPES, FORMAT_NAMES } from "../domain/feed-formats.ts";
import type { FeedFormat } from "../domain/feed-formats.ts";
import type { Publication } from "../domain/publication.ts";
import { messagesFor } from "../i18n/languages.ts";
import type { MessageSource } from "../i18n/languages.ts";
import type { NamedLink } from "./named-link.ts";

/** A feed as pages name it. */
export interface FeedLink extends NamedLink {
  /** Media type. */
  type: string;
}

/** The feeds of the list at an address in these forms, as pages name them. */
export function feedLinks(
  path: string,
  name: string | undefined,
  formats: readonly FeedFormat[],
  { publication: { site } }: { publication: Pick<Publication, "site"> },
): FeedLink[] {
  return formats.map((format, index) => ({
    // The first of them is the one to take, so it alone needs no surname.
    text: feedTitle(site, name) + (index === 0 ? "" : ` (${formatName(format, site)})`),
    href: href(site, addresses.feed(path, format)),
    type: FEED_TYPES[format],
  }));
}

/** What readers call a form of a feed. */
export function formatName(format: FeedFormat, site: MessageSource): string {
  return format === "headlines" ? messagesFor(site).feeds.headlines : FORMAT_NAMES[format];
}

/** What a feed is called: after the publication, and after what it is about where that is not all of it. */
export function feedTitle(
  site: Pick<Publication["site"], "name" | "language" | "words">,
  name: string | undefined,
): string {
  return name === undefined ? site.name : site.name + messagesFor(site).body.colon + name;
}
