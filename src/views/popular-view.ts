import { addresses } from "../urls/hrefs.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import { messagesFor } from "../i18n/languages.ts";
import type { ArchiveMaps } from "./archive-maps.ts";
import type { Teaser } from "./teaser.ts";
import { pageMeta } from "./page-meta.ts";
import { POPULAR_RULE } from "./popular.ts";
import type { Ranked } from "./popular.ts";

/** A place in the list, with what speaks for it. */
export interface PopularEntry extends Pick<Ranked, "pinned" | "links" | "followUps" | "reads"> {
  teaser: Teaser;
}

/** The popular articles and the rule that ranked them. */
export interface PopularView {
  kind: "popular";
  meta: PageMeta;
  /** The first first. */
  entries: PopularEntry[];
  rule: typeof POPULAR_RULE;
  /** Whether it is known how often articles were read. */
  counted: boolean;
}

/** How many the page shows. */
const LISTED = 20;

/** The page of the popular articles. */
export function popularView(maps: ArchiveMaps): PopularView {
  const { publication, popular } = maps;
  const { title, text } = messagesFor(publication.site).popular;
  return {
    kind: "popular",
    meta: pageMeta({ path: addresses.popular(), title, description: text }, publication),
    entries: popular.slice(0, LISTED).map(({ article, ...reasons }) => ({
      teaser: maps.teaser(article),
      ...reasons,
    })),
    rule: POPULAR_RULE,
    counted: Object.keys(publication.popular.counts).length > 0,
  };
}
