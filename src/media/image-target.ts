import { absolute, href } from "../urls/hrefs.ts";
import type { Image, Site } from "../domain/publication.ts";
import type { ImageTarget } from "../markdown/body.ts";
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
} from "./page-images.ts";
import { imageAddress } from "./image-address.ts";

/** The text column of a page at its widest, in CSS pixels: `--measure` of `src/styles/tokens.css`. */
const COLUMN = 576;

/** What a page keeps free at both sides of the column together, in `rem`. */
const MARGINS = "2rem";

/** A picture for pages: addresses below the host, in the forms that browsers choose from. */
export function pageTarget(image: Image, site: Site): ImageTarget {
  const { width, height, transparent } = image;
  const ground = transparent === true ? { transparent } : {};
  if (isShownAsIs(image)) return { url: href(site, imageAddress(image)), width, height, ...ground };
  const { sources, fallback } = pageForms(image);
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
export interface ListImage extends Pick<ImageTarget, "url" | "width" | "height" | "transparent"> {
  /** The forms with their widths, as in HTML; absent where there is one for all screens. */
  srcset?: string;
  /** Of a drawing nothing may be cut off. */
  drawn?: true;
}

/** A lead picture for lists: addresses below the host. */
export function listTarget(image: Image, site: Site): ListImage {
  const forms = listForms(image);
  const { width, height } = forms[0] ?? image;
  // What follows the theme as a drawing in lines does not as a form, which is made for the light one.
  const isOpen = image.transparent === true || (image.type === "svg" && forms.length > 0);
  return {
    url: href(site, forms[0]?.path ?? imageAddress(image)),
    width,
    height,
    ...(forms.length > 1 ? { srcset: srcsetOf(forms, site) } : {}),
    ...(isDrawing(image) ? { drawn: true } : {}),
    ...(isOpen ? { transparent: true } : {}),
  };
}

function srcsetOf(forms: readonly Derivative[], site: Site): string {
  return forms.map(({ path, width }) => `${href(site, path)} ${width}w`).join(", ");
}

/** The address below the base that a link to a picture leads to. */
export function linkedAddress(image: Image): string {
  return isShownAsIs(image) ? imageAddress(image) : linkedForm(image).path;
}

/** A picture for feeds: one full address of a GIF, JPEG or PNG, the kinds that every reader shows. */
export function feedTarget(image: Image, site: Site): ImageTarget {
  if (isFedAsIs(image)) {
    const { width, height } = image;
    return { url: absolute(site, imageAddress(image)), width, height };
  }
  const { path, width, height } = rasterForm(image);
  return { url: absolute(site, path), width, height };
}
