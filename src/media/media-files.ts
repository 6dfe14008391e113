import type { Picture, Publication } from "../domain/publication.ts";
import type { Derivative } from "./derivative.ts";
import { drawnPictures } from "./drawn-pictures.ts";
import { iconForms } from "./icon-pictures.ts";
import { leadPicture } from "./lead-picture.ts";
import {
  isFedAsIs,
  isShownAsIs,
  linkedForm,
  listForms,
  pageForms,
  rasterForm,
} from "./page-pictures.ts";
import { pictureAddress } from "./picture-address.ts";
import { feedLogoForm, publisherLogoForm, sharedPicture, shareForms } from "./share-pictures.ts";

/** The files that are made of pictures, and pictures published as they are, by address below the base. */
export interface MediaFiles {
  derivatives: Map<string, Derivative>;
  /** Those that are published as they are. */
  originals: Map<string, Picture>;
}

/** Lists every file that pages, feeds and share cards can ask for, without opening a picture. */
export function mediaFiles(publication: Publication): MediaFiles {
  const derivatives = new Map<string, Derivative>();
  const originals = new Map<string, Picture>();
  const add = (orders: readonly Derivative[]): void => {
    for (const order of orders) derivatives.set(order.path, order);
  };
  for (const picture of Object.values(publication.pictures)) {
    if (isShownAsIs(picture)) {
      if (!isFedAsIs(picture)) add([rasterForm(picture)]);
      if (!picture.file.startsWith("public/")) originals.set(pictureAddress(picture), picture);
    } else {
      const { sources, fallback } = pageForms(picture);
      add([...sources, fallback]);
    }
  }
  for (const picture of Object.values(publication.linked)) {
    if (isShownAsIs(picture)) originals.set(pictureAddress(picture), picture);
    else add([linkedForm(picture)]);
  }
  for (const article of publication.articles) {
    const lead = leadPicture(article, publication);
    if (lead !== undefined) add(listForms(lead));
  }
  for (const text of [...publication.articles, ...publication.pages]) {
    for (const { picture } of drawnPictures(text, publication)) add([rasterForm(picture)]);
  }
  const shared = new Set(
    publication.articles.map((article) => sharedPicture(article, publication).picture),
  );
  for (const picture of shared.add(publication.sharePicture))
    add(Object.values(shareForms(picture)));
  add([feedLogoForm(publication), publisherLogoForm(publication)]);
  const { favicon, touch, large } = iconForms(publication);
  add([touch, ...large]);
  if (!Object.hasOwn(publication.files, favicon.path)) add([favicon]);
  const { icon } = publication;
  if (icon?.type === "svg" && !icon.file.startsWith("public/"))
    originals.set(pictureAddress(icon), icon);
  return { derivatives, originals };
}
