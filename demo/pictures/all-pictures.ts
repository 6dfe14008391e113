import { altTextIsASentence } from "./alt-text-is-a-sentence.ts";
import { metaEncryptionTests } from "./meta-encryption-tests.ts";
import { montanaCalendar } from "./montana-calendar.ts";
import type { Picture } from "./picture.ts";
import { robotsTxtAsks } from "./robots-txt-asks.ts";
import { icon, logo, shareCard } from "./signs.ts";
import { sitemapTree } from "./sitemap-tree.ts";
import { walmartCutsXAdvertising } from "./walmart-cuts-x-advertising.ts";
import { whatAFeedPromises } from "./what-a-feed-promises.ts";
import { xAdSales } from "./x-ad-sales.ts";

/** Every picture of The Reach Report that a program draws. */
export const ALL_PICTURES: readonly Picture[] = [
  icon,
  logo,
  shareCard,
  altTextIsASentence,
  metaEncryptionTests,
  montanaCalendar,
  robotsTxtAsks,
  sitemapTree,
  walmartCutsXAdvertising,
  whatAFeedPromises,
  xAdSales,
];
