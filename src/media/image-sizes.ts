/**
 * How wide a picture stands outside running text, as in HTML `sizes`. It follows the grids of the components that
 * show it: as wide as the page on a phone, then its share of the page.
 */
export const IMAGE_SIZES = {
  lead: "(min-width: 60rem) 47rem, calc(100vw - 2rem)",
  half: "(min-width: 74rem) 35rem, (min-width: 48rem) 50vw, calc(100vw - 2rem)",
  third: "(min-width: 60rem) 23rem, (min-width: 48rem) 33vw, calc(100vw - 2rem)",
  /** In a list. */
  small: "(min-width: 60rem) 15rem, (min-width: 30rem) 10rem, 6.5rem",
} as const;
