/** Behind the `#` of an address, the words to be marked there, parted by blanks; it comes first. */
export const FOUND = "found";

/** The same, for the id of the heading below which the reader wants to be. */
export const BELOW = "below";

/** What stays with a page in the history of its tab when its address is plain again. */
export interface CachedMarks {
  found?: string;
}
