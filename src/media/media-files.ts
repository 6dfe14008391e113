import type { Image, Publication } from "../domain/publication.ts";
import type { Derivative } from "./derivative.ts";
import { drawnImages } from "./drawn-images.ts";
import { iconForms } from "./icon-images.ts";
import { leadImage } from "./lead-image.ts";
import {
  isFedAsIs,
  isShownAsIs,
  linkedForm,
  listForms,
  pageForms,
  rasterForm,
} from "./page-images.ts";
import { imageAddress } from "./image-address.ts";
import { feedLogoForm, publisherLogoForm, sharedImage, shareForms } from "./share-images.ts";

/** The files that are made of pictures, and pictures published as they are, by address below the base. */
export interface MediaFiles {
  derivatives: Map<string, Derivative>;
  /** Those that are published as they are. */
  originals: Map<string, Image>;
}

/** Lists every file that pages, feeds and share cards can ask for, without opening a picture. */
export function mediaFiles(publication: Publication): MediaFiles {
  const derivatives = new Map<string, Derivative>();
  const originals = new Map<string, Image>();
  const add = (orders: readonly Derivative[]): void => {
    for (const derivative of orders) derivatives.set(derivative.path, derivative);
  };
  for (const image of Object.values(publication.images)) {
    if (isShownAsIs(image)) {
      if (!isFedAsIs(image)) add([rasterForm(image)]);
      if (!image.file.startsWith("public/")) originals.set(imageAddress(image), image);
    } else {
      const { sources, fallback } = pageForms(image);
      add([...sources, fallback]);
    }
  }
  for (const image of Object.values(publication.linked)) {
    if (isShownAsIs(image)) originals.set(imageAddress(image), image);
    else add([linkedForm(image)]);
  }
  for (const article of publication.articles) {
    const lead = leadImage(article, publication);
    if (lead !== undefined) add(listForms(lead));
  }
  for (const text of [...publication.articles, ...publication.pages]) {
    for (const { image } of drawnImages(text, publication)) add([rasterForm(image)]);
  }
  const shared = new Set(
    publication.articles.map((article) => sharedImage(article, publication).image),
  );
  for (const image of shared.add(publication.shareImage)) add(Object.values(shareForms(image)));
  add([feedLogoForm(publication), publisherLogoForm(publication)]);
  const { favicon, touch, large } = iconForms(publication);
  add([touch, ...large]);
  if (!Object.hasOwn(publication.files, favicon.path)) add([favicon]);
  const { icon } = publication;
  if (icon?.type === "svg" && !icon.file.startsWith("public/"))
    originals.set(imageAddress(icon), icon);
  return { derivatives, originals };
}
