import { checkText } from "./checks/check-text.ts";
import { aReadersText } from "./transforms/readers-text.ts";
import { arrangedChildren } from "./transforms/arranged-children.ts";
import { attributeLists } from "./transforms/attribute-lists.ts";
import { highlightedCode } from "./transforms/code.ts";
import { componentsForFeed, componentsForPage } from "./transforms/expand-components.ts";
import { plainElements, wrappedText } from "./transforms/feed-form.ts";
import { footnotes, footnoteWords } from "./transforms/footnotes.ts";
import { headingIds, headingLevels } from "./transforms/headings.ts";
import { keyMomentsForFeed, keyMomentsForPage } from "./transforms/key-moments.ts";
import { linksForFeed, linksForPage } from "./transforms/links.ts";
import { newestFirst, oldestFirst } from "./transforms/live-order.ts";
import { imagesForFeed, imagesForPage } from "./transforms/images.ts";
import { printedAddresses } from "./transforms/printed-addresses.ts";
import { forReaderViews } from "./transforms/reader-views.ts";
import { sanitize } from "./transforms/sanitize.ts";
import { misplacedComponents } from "./transforms/misplaced-components.ts";
import { headsThatSay, scrollingTables } from "./transforms/tables.ts";
import { taskLists } from "./transforms/task-lists.ts";
import { withoutHollowElements } from "./transforms/tidy.ts";
import { uniqueIds } from "./transforms/unique-ids.ts";
import { untranslatedCode } from "./transforms/untranslated-code.ts";
import { wideLines } from "./transforms/wide-lines.ts";
import type { ParseTransform, RenderTransform } from "./transforms/transform.ts";

/** From the parser's tree to the body's tree, in this order, once per article. */
export const PARSE_TRANSFORMS: readonly ParseTransform[] = [
  taskLists,
  sanitize,
  misplacedComponents,
  headsThatSay,
  attributeLists,
  checkText,
  wideLines,
  footnotes,
  arrangedChildren,
  oldestFirst,
  uniqueIds,
  headingLevels,
  headingIds,
  newestFirst,
];

/** From the body's tree to the page, in this order. */
export const PAGE_TRANSFORMS: readonly RenderTransform[] = [
  keyMomentsForPage,
  componentsForPage,
  highlightedCode,
  untranslatedCode,
  scrollingTables,
  linksForPage,
  imagesForPage,
  footnoteWords,
  withoutHollowElements,
  forReaderViews,
  printedAddresses,
];

/** From the body's tree to a feed entry, in this order. */
export const FEED_TRANSFORMS: readonly RenderTransform[] = [
  keyMomentsForFeed,
  componentsForFeed,
  untranslatedCode,
  imagesForFeed,
  linksForFeed,
  plainElements,
  wrappedText,
  withoutHollowElements,
];

/** From the tree of a reader's comment to the page, in this order: as plain as a feed entry, and trusted less. */
export const COMMENT_TRANSFORMS: readonly RenderTransform[] = [...FEED_TRANSFORMS, aReadersText];
