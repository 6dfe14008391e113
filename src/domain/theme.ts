/** A colour in both themes, each as `#rrggbb`. */
export interface ColourPair {
  light: string;
  dark: string;
}

/** What a text is set in: the press's typeface, what the reader's machine has, or a font file of the publication. */
export type TypeChoice =
  | { kind: "press" }
  | { kind: "system" }
  | { kind: "file"; /** `/type/text.woff2` */ path: string };

/** How a publication looks, as far as it says so itself. */
export interface Theme {
  paper: ColourPair;
  ink: ColourPair;
  /** Of kickers and links where no section has one of its own. */
  accent: ColourPair;
  serif: TypeChoice;
  sans: TypeChoice;
}
