import { generateOpml } from "feedsmith";
import { cleanText } from "../domain/xml-text.ts";

/** Feeds that belong together. Texts are plain; addresses are absolute. */
export interface OpmlGroup {
  text: string;
  feeds: OpmlFeed[];
}

export interface OpmlFeed {
  text: string;
  /** Address of the feed. */
  feed: string;
  /** Address of the page that it follows. */
  home: string;
  language: string;
}

/** A list of feeds as OPML 2.0, which readers take in at once. It has no date, so that equal feeds give equal bytes. */
export function opmlOf(title: string, groups: readonly OpmlGroup[]): string {
  return generateOpml({
    head: { title: cleanText(title) },
    body: {
      outlines: groups.map(({ text, feeds }) => ({
        text: cleanText(text),
        title: cleanText(text),
        outlines: feeds.map((one) => ({
          // The word for a feed of any form (OPML 2.0, "Subscription lists").
          type: "rss",
          text: cleanText(one.text),
          title: cleanText(one.text),
          xmlUrl: one.feed,
          htmlUrl: one.home,
          language: one.language,
        })),
      })),
    },
  });
}
