/** One file of a typeface: the part of its letters that the texts of some languages need. */
export interface LetterSet {
  /** Ends the name of its file: `latin`, `greek`. */
  name: string;
  /** What the browser fetches it for, as CSS writes it (CSS Fonts 4, section 4.5). */
  range: string;
}

/**
 * The parts in which a typeface is published: what western European texts need in one, everything else in files
 * that are fetched for the pages that need them.
 */
export const LETTER_SETS: readonly LetterSet[] = [
  {
    name: "latin",
    range:
      "U+0000-00FF, U+0131, U+0152-0153, U+0160-0161, U+0178, U+017D-017E, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2190-2193, U+2212, U+FEFF, U+FFFD",
  },
  {
    name: "latin-ext",
    range:
      "U+0100-0130, U+0132-0151, U+0154-015F, U+0162-0177, U+0179-017C, U+017F-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
  },
  {
    name: "vietnamese",
    range: "U+0300-0301, U+0303, U+0309, U+0323, U+0329, U+1EA0-1EF1",
  },
  { name: "greek", range: "U+0370-03FF, U+1F00-1FFF" },
  { name: "cyrillic", range: "U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116" },
  {
    name: "cyrillic-ext",
    range: "U+0460-048F, U+0492-04AF, U+04B2-052F, U+1C80-1C8A, U+2DE0-2DFF, U+A640-A69F",
  },
];

/** Every character of a range as CSS writes it. */
export function lettersOf({ range }: Pick<LetterSet, "range">): string {
  return range
    .split(", ")
    .flatMap((part) => {
      const [first = "", last = first] = part.slice("U+".length).split("-");
      const from = parseInt(first, 16);
      return Array.from({ length: parseInt(last, 16) - from + 1 }, (_, step) => from + step);
    })
    .filter((point) => point >= 0x20)
    .map((point) => String.fromCodePoint(point))
    .join("");
}
