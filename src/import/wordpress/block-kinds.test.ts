import { expect, test } from "vitest";
import { blockKind } from "./block-kinds.ts";

/** All blocks that WordPress 6.0 to 6.9 registers, with those that it gave up. */
const CORE_BLOCKS =
  `accordion accordion-heading accordion-item accordion-panel archives audio avatar block button buttons calendar categories
  code column columns comment-author-avatar comment-author-name comment-content comment-date comment-edit-link
  comment-reply-link comment-template comments comments-pagination comments-pagination-next comments-pagination-numbers
  comments-pagination-previous comments-title cover details embed file footnotes freeform gallery group heading home-link
  html image latest-comments latest-posts legacy-widget list list-item loginout math media-text missing more navigation
  navigation-link navigation-submenu nextpage page-list page-list-item paragraph pattern post-author
  post-author-biography post-author-name post-comments post-comments-count post-comments-form post-comments-link
  post-content post-date post-excerpt post-featured-image post-navigation-link post-template post-terms
  post-time-to-read post-title preformatted pullquote query query-no-results query-pagination query-pagination-next
  query-pagination-numbers query-pagination-previous query-title query-total quote read-more rss search separator shortcode
  site-logo site-tagline site-title social-link social-links spacer subhead table table-of-contents tag-cloud
  template-part term-count term-description term-name term-template terms-query text-columns verse video
  widget-group`.split(/\s+/);

test.each(CORE_BLOCKS)("the block %s has a place", (name) => {
  expect(blockKind(`core/${name}`)).toBeDefined();
});

test("older names of embeds are embeds, and blocks that nobody knows are not known", () => {
  expect(blockKind("core-embed/twitter")).toBe("embed");
  expect(blockKind("acme/slider")).toBeUndefined();
});
