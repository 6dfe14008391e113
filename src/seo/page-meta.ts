/** What stands in the head of a page for search engines, share cards and browser tabs. */
export interface PageMeta {
  /** Title of the page without the publication's name; absent on the front page. */
  title?: string;
  description?: string;
  /** Absolute address that search engines should keep; absent on pages that they should not list. */
  canonical?: string;
}
