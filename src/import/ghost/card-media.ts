import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import type { WriteCard } from "./card.ts";
import { captionedHtml, linkHtml, paragraphHtml, imageHtml } from "./card-parts.ts";
import { asRow, numberIn, rowsOf, textIn } from "./row.ts";

/** A picture. */
export const imageCard: WriteCard = (fields) => imageHtml(fields, textIn(fields, "caption"));

/** Several pictures. */
export const galleryCard: WriteCard = (fields) => {
  const images = rowsOf(fields["images"]).filter((image) => textIn(image, "src") !== "");
  const caption = textIn(fields, "caption");
  const [first] = images;
  if (images.length === 1 && first !== undefined) return imageHtml(first, caption);
  const shown = images.map((image) => imageHtml(image)).join("");
  if (shown === "") return paragraphHtml(caption);
  return `<figure>${shown}${caption === "" ? "" : `<figcaption>${caption}</figcaption>`}</figure>`;
};

/** Two pictures to compare. */
export const beforeAfterCard: WriteCard = (fields, notes) => {
  notes.add("changed", "Two pictures that readers could slide over each other stand side by side");
  const images = ["beforeImage", "afterImage"].map((name) => asRow(fields[name]));
  return galleryCard({ images, caption: textIn(fields, "caption") }, notes);
};

/** A film. */
export const videoCard: WriteCard = (fields) => {
  const src = textIn(fields, "src");
  const caption = textIn(fields, "caption");
  if (src === "") return paragraphHtml(caption);
  const poster = textIn(fields, "customThumbnailSrc") || textIn(fields, "thumbnailSrc");
  return captionedHtml(
    markedHtml(MARKED_ELEMENTS.player, { kind: "video", src, poster: poster || undefined }),
    caption,
  );
};

/** A recording. */
export const audioCard: WriteCard = (fields) => {
  const [src, title, poster] = ["src", "title", "thumbnailSrc"].map((name) => textIn(fields, name));
  if (src === undefined || src === "") return paragraphHtml(escapedHtml(title ?? ""));
  return markedHtml(MARKED_ELEMENTS.player, {
    kind: "audio",
    src,
    title: title || undefined,
    poster: poster || undefined,
  });
};

/** A file to load. */
export const fileCard: WriteCard = (fields) => {
  const [src, title, caption, name] = ["src", "fileTitle", "fileCaption", "fileName"].map((field) =>
    textIn(fields, field),
  );
  const label = title || name || src || "";
  const size = textIn(fields, "fileSize");
  const written = /^\d+$/.test(size) ? writtenSize(numberIn(fields, "fileSize")) : size;
  const facts = [label === name ? "" : name, written].filter((one) => one !== "").join(", ");
  const link = src ? linkHtml(src, label) : escapedHtml(label);
  const more = caption ? `<br>${escapedHtml(caption)}` : "";
  return paragraphHtml(link + (facts === "" ? "" : ` (${escapedHtml(facts)})`) + more);
};

/** A number of bytes as Ghost writes it. */
function writtenSize(bytes: number): string {
  if (bytes === 0) return "0 Byte";
  const step = Math.min(4, Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${Math.round(bytes / 1024 ** step)} ${["Bytes", "KB", "MB", "GB", "TB"][step] ?? ""}`;
}
