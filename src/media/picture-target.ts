import { absolute, href } from "../domain/addresses.ts";
import type { Picture, Site } from "../domain/publication.ts";
import type { PictureTarget } from "../markdown/body.ts";
import { formatType } from "./derivative.ts";
import { isFedAsIs, isShownAsIs, linkedForm, pageForms, rasterForm } from "./page-pictures.ts";
import { pictureAddress } from "./picture-address.ts";

/** The text column of a page at its widest, in CSS pixels: `--measure` of `src/styles/tokens.css`. */
const COLUMN = 576;

/** What a page keeps free at both sides of the column together, in `rem`. */
const MARGINS = "2rem";

/** A picture for pages: addresses below the host, in the forms that browsers choose from. */
export function pageTarget(picture: Picture, site: Site): PictureTarget {
  const { width, height, transparent } = picture;
  const ground = transparent === true ? { transparent } : {};
  if (isShownAsIs(picture))
    return { url: href(site, pictureAddress(picture)), width, height, ...ground };
  const { sources, fallback } = pageForms(picture);
  const target = {
    url: href(site, fallback.path),
    width: fallback.width,
    height: fallback.height,
    ...ground,
  };
  if (sources.length === 0) return target;
  const shown = Math.min(COLUMN, fallback.width);
  return {
    ...target,
    sources: [
      {
        type: formatType("webp"),
        srcset: sources.map((form) => `${href(site, form.path)} ${form.width}w`).join(", "),
      },
    ],
    sizes: `(min-width: ${shown + 32}px) ${shown}px, calc(100vw - ${MARGINS})`,
  };
}

/** The address below the base that a link to a picture leads to. */
export function linkedAddress(picture: Picture): string {
  return isShownAsIs(picture) ? pictureAddress(picture) : linkedForm(picture).path;
}

/** A picture for feeds: one full address of a GIF, JPEG or PNG, the kinds that every reader shows. */
export function feedTarget(picture: Picture, site: Site): PictureTarget {
  if (isFedAsIs(picture)) {
    const { width, height } = picture;
    return { url: absolute(site, pictureAddress(picture)), width, height };
  }
  const { path, width, height } = rasterForm(picture);
  return { url: absolute(site, path), width, height };
}
