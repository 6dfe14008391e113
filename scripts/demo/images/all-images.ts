import { stopwatchPoster } from "../recordings/stopwatch.ts";
import { altTextIsASentence } from "./alt-text-is-a-sentence.ts";
import { anAddressIsAPromise } from "./an-address-is-a-promise.ts";
import { answerWith304 } from "./answer-with-304.ts";
import { consentIsADesignChoice } from "./consent-is-a-design-choice.ts";
import { disallowNoindexCanonical } from "./disallow-noindex-canonical.ts";
import { keepYourOwnCopy } from "./keep-your-own-copy.ts";
import { metaEncryptionTests } from "./meta-encryption-tests.ts";
import { montanaCalendar } from "./montana-calendar.ts";
import { newsSitemapTwoDays } from "./news-sitemap-two-days.ts";
import { oneClickUnsubscribe } from "./one-click-unsubscribe.ts";
import { pageWeightIsABudget } from "./page-weight-is-a-budget.ts";
import type { Image } from "./image.ts";
import { printingByTheThousand } from "./printing-by-the-thousand.ts";
import { questionsToThePress } from "./questions-to-the-press.ts";
import { robotsTxtAsks } from "./robots-txt-asks.ts";
import { icon, logo, shareCard } from "./signs.ts";
import { sitemapTree } from "./sitemap-tree.ts";
import { twentyEightKilobytes } from "./twenty-eight-kilobytes.ts";
import { walmartCutsXAdvertising } from "./walmart-cuts-x-advertising.ts";
import { whatAFeedPromises } from "./what-a-feed-promises.ts";
import { xAdSales } from "./x-ad-sales.ts";

/** Every picture of The Reach Report that a program draws. */
export const ALL_IMAGES: readonly Image[] = [
  icon,
  logo,
  shareCard,
  altTextIsASentence,
  anAddressIsAPromise,
  answerWith304,
  consentIsADesignChoice,
  disallowNoindexCanonical,
  keepYourOwnCopy,
  metaEncryptionTests,
  montanaCalendar,
  newsSitemapTwoDays,
  oneClickUnsubscribe,
  pageWeightIsABudget,
  printingByTheThousand,
  questionsToThePress,
  robotsTxtAsks,
  sitemapTree,
  stopwatchPoster,
  twentyEightKilobytes,
  walmartCutsXAdvertising,
  whatAFeedPromises,
  xAdSales,
];
