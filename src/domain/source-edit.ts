/** A place between two characters of a file: lines and columns count from 1, columns in UTF-16 units. */
export interface SourcePosition {
  line: number;
  column: number;
}

/** What takes the place of a part of a file: `start` belongs to the part, `end` does not. */
export interface SourceEdit {
  /** Path below the content folder, with `/`; absent for the file of the diagnostic that it mends. */
  file?: string;
  start: SourcePosition;
  end: SourcePosition;
  /** Lines in it end with `\n`, whatever ends them in the file. */
  text: string;
}
