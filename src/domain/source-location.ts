/** Where something stands in a file: from 1, columns in UTF-16 units. */
export interface SourceLocation {
  line: number;
  column: number;
  length?: number;
  /** How many lines it takes, where that is more than one: `length` is that on the first. */
  lines?: number;
}
