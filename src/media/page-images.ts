import type { Image } from "../domain/publication.ts";
import { derivative } from "./derivative.ts";
import type { Derivative, Size } from "./derivative.ts";

/** Widths of the forms for pages: a phone, a phone with a dense screen or the text column, twice that, the widest. */
const WIDTHS = [480, 800, 1200];

/** No form for pages is wider, in pixels. */
const WIDEST = 1600;

/** The form that a link to a picture leads to is no wider: large enough for the details of a map. */
const WIDEST_LINKED = 3200;

/** The form that everything can show is no wider: feeds and old browsers load it whatever the screen. */
const WIDEST_FALLBACK = 1200;

/** Widths of the forms for lists: as wide as they stand there at most, and twice that for dense screens. */
const LISTED = 240;
const WIDEST_LISTED = 480;

/** A drawing in lines of so many bytes weighs, packed, about as much as its form for lists. */
const LIGHT_DRAWING = 30_000;

/** WebP ends at 16,383 pixels; a column that long is slow in every format. */
const HIGHEST = 12_000;

/** Of two forms that are nearly as wide, one is enough. */
const NEARLY = 0.85;

/** From this width on a drawing is shown to its details, and below it is an icon. */
const ICON_WIDTH = 320;

/** A picture of fewer pixels weighs so little that a second form saves nothing. */
const FEW_PIXELS = 10_000;

/** A PNG that packs this well, in bytes a pixel, is a drawing or a screenshot: JPEG would be larger and blurred. */
const DRAWING_DENSITY = 0.1;

/** One that packs this well has large areas of few colours. */
const FLAT_DENSITY = 0.06;

/** The forms of a picture that its page offers. */
export interface PageForms {
  /** In WebP, from narrow to wide. */
  sources: Derivative[];
  /** JPEG or PNG, for what cannot show WebP. */
  fallback: Derivative;
}

/**
 * Whether a picture is published as it is: drawings stay sharp at every size, and animations would stand still.
 * Of every other picture only derivatives are public, because an original can hold the place it was taken at.
 */
export function isShownAsIs(image: Image): boolean {
  return image.type === "svg" || image.animated === true;
}

/** Whether feeds show a picture as it is too: every reader plays a GIF. */
export function isFedAsIs({ type, animated }: Image): boolean {
  return type === "gif" && animated === true;
}

/** Whether a picture is drawn rather than photographed: nothing of it may be cut off or blurred. */
export function isDrawing(image: Image): boolean {
  const { type, bytes, width, height, transparent } = image;
  if (type === "svg" || type === "gif" || transparent === true) return true;
  return type === "png" && bytes < DRAWING_DENSITY * width * height;
}

/** Whether a picture is so plain that it may be smaller without loss. */
export function isFlat({ type, bytes, width, height }: Image): boolean {
  return (type === "png" || type === "gif") && bytes < FLAT_DENSITY * width * height;
}

/** The forms of a picture in pixels; never larger than the picture itself. It must not be shown as it is. */
export function pageForms(image: Image): PageForms {
  const widest = Math.min(image.width, WIDEST);
  const widths =
    image.width * image.height < FEW_PIXELS
      ? []
      : [...WIDTHS.filter((width) => width <= widest * NEARLY), widest];
  const sources = new Map(
    widths.map((width) => {
      const form = derivative(image, { ...sizeWithin(image, width), ...WEBP });
      return [form.path, form] as const;
    }),
  );
  return { sources: [...sources.values()], fallback: rasterForm(image) };
}

/**
 * The form that a link to a picture leads to: the widest that pages show, or a wider one where there is more to see. It
 * must not be shown as it is.
 */
export function linkedForm(image: Image): Derivative {
  const { sources, fallback } = pageForms(image);
  const widest = sources.at(-1) ?? fallback;
  if (image.width <= WIDEST) return widest;
  return derivative(image, {
    ...sizeWithin(image, Math.min(image.width, WIDEST_LINKED)),
    ...WEBP,
  });
}

const WEBP = { format: "webp", framing: "scale" } as const;

/** One JPEG or PNG of any picture: for feeds, and for browsers that know nothing newer. */
export function rasterForm(image: Image): Derivative {
  const scales = image.type === "svg" && image.width >= ICON_WIDTH;
  const widest = scales ? WIDEST_FALLBACK : Math.min(image.width, WIDEST_FALLBACK);
  return derivative(image, {
    ...sizeWithin(image, widest),
    format: isDrawing(image) ? "png" : "jpg",
    framing: "scale",
  });
}

/** Whether a picture stands in lists as it is: a light drawing in lines, which follows the theme. */
function isListedAsIs({ type, bytes }: Image): boolean {
  return type === "svg" && bytes <= LIGHT_DRAWING;
}

/**
 * The forms of a lead picture for lists, in WebP, from narrow to wide. Of heavy drawings in lines and of animations too:
 * so small nobody sees details, and a list in which things move cannot be read. None of what is listed as it is.
 */
export function listForms(image: Image): Derivative[] {
  if (isListedAsIs(image)) return [];
  const scales = image.type === "svg" && image.width >= ICON_WIDTH;
  const widest = scales ? WIDEST_LISTED : Math.min(image.width, WIDEST_LISTED);
  const form = (width: number): Derivative =>
    derivative(image, { ...sizeWithin(image, width), ...WEBP });
  return LISTED <= widest * NEARLY ? [form(LISTED), form(widest)] : [form(widest)];
}

/** Size of the widest form of a picture. */
export function widestForm(image: Image): Size {
  return sizeWithin(image, Math.min(image.width, WIDEST));
}

function sizeWithin({ width, height }: Image, widest: number): Size {
  const scale = Math.min(widest / width, HIGHEST / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
