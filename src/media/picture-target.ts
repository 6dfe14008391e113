import { absolute, href } from "../urls/hrefs.ts";
import type { Picture, Site } from "../domain/publication.ts";
import type { PictureTarget } from "../markdown/body.ts";
import { formatType } from "./derivative.ts";
import type { Derivative } from "./derivative.ts";
import {
  isDrawing,
  isFedAsIs,
  isShownAsIs,
  linkedForm,
  listForms,
  pageForms,
  rasterForm,
} from "./page-pictures.ts";
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
    sources: [{ type: formatType("webp"), srcset: srcsetOf(sources, site) }],
    sizes: `(min-width: ${shown + 32}px) ${shown}px, calc(100vw - ${MARGINS})`,
  };
}

/** A lead picture as lists show it: small, and cut to one shape where nothing is lost by it. */
export interface ListPicture extends Pick<
  PictureTarget,
  "url" | "width" | "height" | "transparent"
> {
  /** The forms with their widths, as in HTML; absent where there is one for all screens. */
  srcset?: string;
  /** Of a drawing nothing may be cut off. */
  drawn?: true;
}

/** A lead picture for lists: addresses below the host. */
export function listTarget(picture: Picture, site: Site): ListPicture {
  const forms = listForms(picture);
  const { width, height } = forms[0] ?? picture;
  // What follows the theme as a drawing in lines does not as a form, which is made for the light one.
  const isOpen = picture.transparent === true || (picture.type === "svg" && forms.length > 0);
  return {
    url: href(site, forms[0]?.path ?? pictureAddress(picture)),
    width,
    height,
    ...(forms.length > 1 ? { srcset: srcsetOf(forms, site) } : {}),
    ...(isDrawing(picture) ? { drawn: true } : {}),
    ...(isOpen ? { transparent: true } : {}),
  };
}

function srcsetOf(forms: readonly Derivative[], site: Site): string {
  return forms.map(({ path, width }) => `${href(site, path)} ${width}w`).join(", ");
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
