import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import { plainText } from "../html-text.ts";
import type { WriteCard } from "./card.ts";
import { blockHtml, buttonHtml, linkHtml, paragraphHtml, imageHtml } from "./card-parts.ts";
import { asRow, isSet, numberIn, textIn } from "./row.ts";

/** A page of another site, with what Ghost knew of it. */
export const bookmarkCard: WriteCard = (fields, notes) => {
  const metadata = { ...fields, ...asRow(fields["metadata"]) };
  const url = textIn(fields, "url") || textIn(metadata, "url");
  const title = textIn(metadata, "title") || url;
  const by = [textIn(metadata, "author"), textIn(metadata, "publisher")];
  const lines = [textIn(metadata, "description"), by.filter((one) => one !== "").join(" · ")];
  const thumbnail = textIn(metadata, "thumbnail");
  if (thumbnail !== "")
    notes.add("changed", `A preview of a page is a link; its picture is left out: ${thumbnail}`);
  const words = lines.filter((line) => line !== "").map((line) => `<br>${escapedHtml(line)}`);
  return (
    paragraphHtml((url === "" ? escapedHtml(title) : linkHtml(url, title)) + words.join("")) +
    paragraphHtml(textIn(fields, "caption"))
  );
};

/** A button. */
export const buttonCard: WriteCard = (fields) =>
  buttonHtml(textIn(fields, "buttonText"), textIn(fields, "buttonUrl"));

/** A large heading with a background. */
export const headerCard: WriteCard = (fields, notes) => {
  const [header, subheader] = [textIn(fields, "header"), textIn(fields, "subheader")];
  const button = isSet(fields, "buttonEnabled") ? buttonCard(fields, notes) : "";
  return (
    imageHtml({ src: fields["backgroundImageSrc"] }) +
    (header === "" ? "" : `<h2>${header}</h2>`) +
    paragraphHtml(subheader) +
    button
  );
};

/** A product with a picture and stars. */
export const productCard: WriteCard = (fields) => {
  const title = textIn(fields, "productTitle");
  const stars = isSet(fields, "productRatingEnabled") ? numberIn(fields, "productStarRating") : 0;
  const isPlain = !/<a\s/i.test(title);
  const content = [
    isPlain ? "" : paragraphHtml(title),
    imageHtml({ src: fields["productImageSrc"] }),
    stars > 0
      ? `<p>${"★".repeat(Math.min(5, stars))}${"☆".repeat(Math.max(0, 5 - stars))}</p>`
      : "",
    blockHtml(textIn(fields, "productDescription")),
    isSet(fields, "productButtonEnabled")
      ? buttonHtml(textIn(fields, "productButton"), textIn(fields, "productUrl"))
      : "",
  ].join("");
  const heading = isPlain ? plainText(title) : "";
  return markedHtml(MARKED_ELEMENTS.aside, { title: heading || undefined }, content);
};

/** A call to do something, perhaps by a sponsor. */
export const ctaCard: WriteCard = (fields, notes) => {
  const content = [
    isSet(fields, "hasSponsorLabel") ? blockHtml(textIn(fields, "sponsorLabel")) : "",
    imageHtml({ src: fields["imageUrl"], href: fields["imageHref"] ?? fields["buttonUrl"] }),
    blockHtml(textIn(fields, "textValue")),
    isSet(fields, "showButton") ? buttonCard(fields, notes) : "",
  ].join("");
  return markedHtml(MARKED_ELEMENTS.aside, {}, content);
};
