/** Ids that pages have around the text of an article, so that nothing in the text is called so. */
export const PAGE_IDS: readonly string[] = [
  "page-comments",
  "page-corrections",
  "page-main",
  "page-related",
  "page-story",
  "page-topics",
];
