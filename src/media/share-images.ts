import { memoize } from "../domain/memoize.ts";
import type { Article } from "../domain/article.ts";
import type { Image, Publication } from "../domain/publication.ts";
import { isShareable, SHARE_SIZE } from "../domain/share-size.ts";
import { DEFAULT_MARK } from "../site/default-images.ts";
import { derivative, formatType } from "./derivative.ts";
import type { Derivative, Framing } from "./derivative.ts";
import { leadImage } from "./lead-image.ts";
import { isDrawing } from "./page-images.ts";

/** A picture file for machines: share cards, structured data, a feed's channel. */
export interface MachineImage {
  /** Below the base, with a leading slash. */
  path: string;
  width: number;
  height: number;
  type: "image/jpeg" | "image/png";
}

/** One picture in the shapes that share cards and search engines ask for. */
export interface ShareImages {
  /** 1200 by 630 pixels. */
  wide: MachineImage;
  /** These have the ratio that their name says, and 1200 pixels of width where the picture is large enough. */
  square: MachineImage;
  fourThree: MachineImage;
  sixteenNine: MachineImage;
}

const SHAPES = {
  wide: SHARE_SIZE.width / SHARE_SIZE.height,
  square: 1,
  fourThree: 4 / 3,
  sixteenNine: 16 / 9,
} as const satisfies Record<keyof ShareImages, number>;

const MOST_SHARE_BYTES = 200_000;

/** RSS 2.0, `image`: at most 144 by 400 pixels. */
const FEED_LOGO = { width: 144, height: 400 };

const PUBLISHER_LOGO = { width: 600, height: 600 };

/**
 * What share cards show of an article, and what that says to those who cannot see it: its lead picture where that is
 * large enough, or the publication's.
 */
export function sharedImage(
  article: Article,
  publication: Publication,
): { image: Image; alt: string } {
  const { image, title } = article;
  const { shareImage, site } = publication;
  const lead = leadImage(article, publication);
  return image !== undefined && lead !== undefined && isShareable(lead)
    ? { image: lead, alt: image.alt || title }
    : { image: shareImage, alt: site.name };
}

/**
 * The shapes of a picture, as JPEG. The files are in the bundle for what `sharedImage` gives. Nine articles of ten show
 * the publication's own picture, and names of forms are digests.
 */
export const shareImages = memoize((image: Image): ShareImages => {
  const { wide, square, fourThree, sixteenNine } = shareForms(image);
  return {
    wide: machineImage(wide, "jpg"),
    square: machineImage(square, "jpg"),
    fourThree: machineImage(fourThree, "jpg"),
    sixteenNine: machineImage(sixteenNine, "jpg"),
  };
});

/** The same as orders for the files. */
export function shareForms(image: Image): Record<keyof ShareImages, Derivative> {
  const framing = shareFraming(image);
  const form = (ratio: number): Derivative => {
    const width =
      framing === "crop-upper"
        ? Math.min(SHARE_SIZE.width, image.width, Math.floor(image.height * ratio))
        : SHARE_SIZE.width;
    const height = Math.round(width / ratio);
    return derivative(image, {
      width,
      height,
      format: "jpg",
      framing,
      mostBytes: MOST_SHARE_BYTES,
    });
  };
  return {
    wide: form(SHAPES.wide),
    square: form(SHAPES.square),
    fourThree: form(SHAPES.fourThree),
    sixteenNine: form(SHAPES.sixteenNine),
  };
}

function shareFraming(image: Image): Framing {
  if (image.file.startsWith("press:")) return "crop-middle";
  return isDrawing(image) ? "pad" : "crop-upper";
}

/** The picture of an RSS channel: a PNG of at most 144 by 400 pixels (RSS 2.0, `image`). */
export function feedLogo(publication: Publication): MachineImage {
  return machineImage(feedLogoForm(publication), "png");
}

/** The publisher's logo for structured data: a PNG of at most 600 by 600 pixels. */
export const publisherLogo = memoize((publication: Publication): MachineImage =>
  machineImage(publisherLogoForm(publication), "png"),
);

/** The same as an order for the file. */
export function feedLogoForm(publication: Publication): Derivative {
  return logoForm(publication, FEED_LOGO);
}

/** The same as an order for the file. */
export function publisherLogoForm(publication: Publication): Derivative {
  return logoForm(publication, PUBLISHER_LOGO);
}

function logoForm(
  { logo = DEFAULT_MARK }: Publication,
  most: { width: number; height: number },
): Derivative {
  const fitting = Math.min(most.width / logo.width, most.height / logo.height);
  const scale = logo.type === "svg" ? fitting : Math.min(1, fitting);
  return derivative(logo, {
    width: Math.max(1, Math.round(logo.width * scale)),
    height: Math.max(1, Math.round(logo.height * scale)),
    format: "png",
    framing: "scale",
  });
}

function machineImage({ path, width, height }: Derivative, format: "jpg" | "png"): MachineImage {
  return { path, width, height, type: formatType(format) };
}
