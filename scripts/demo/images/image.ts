import type { Sheet } from "../drawing/sheet.ts";
import type { Typeface } from "../drawing/typeface.ts";

/** The faces of the paper. */
export interface Typefaces {
  readonly sans: Typeface;
  readonly sansBold: Typeface;
  readonly serifBold: Typeface;
}

/** A picture of the publication. */
export interface Image {
  /** the file that holds it, below the content folder */
  readonly file: string;
  /** Draws it. */
  draw(faces: Typefaces): Sheet;
}
