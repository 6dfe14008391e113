/** Ids that pages have around the text of an article, so that nothing in the text is called so. */
export const PAGE_IDS: readonly string[] = [
  "page-comments",
  "page-contents",
  "page-corrections",
  "page-main",
  "page-newsletter",
  "page-newsletter-address",
  "page-related",
  "page-share",
  "page-story",
  "page-topics",
  "page-updates",
  "page-writers",
];
