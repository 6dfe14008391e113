import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import type { BodyWork } from "../body-work.ts";
import {
  attributeOf,
  elementsBelow,
  hasClass,
  htmlOf,
  innerHtml,
  removeElements,
  textOf,
  treeOf,
} from "../html-tree.ts";

/** A gallery of files of the archive, by their keys, with the captions that they have there. */
export function galleryOf(keys: readonly string[], work: BodyWork): string {
  const figures = keys.flatMap((key) => fileFigure(key, work));
  return figures.length === 0 ? "" : markedHtml(MARKED_ELEMENTS.gallery, {}, figures.join(""));
}

/** The figure of a file of the archive; none, with a note, where the archive does not have it. */
export function fileFigure(key: string, work: BodyWork): string[] {
  const found = work.context.fileOf(key);
  if (found === undefined) {
    work.notes.add("lost", `Attachment ${key}, which the text shows, is not in the archive`);
    return [];
  }
  const { alt, caption, credit } = found.file;
  return [markedHtml(MARKED_ELEMENTS.figure, { "file-key": key, alt, caption, credit })];
}

/** Whether an attachment is a picture, by its address; those that the archive does not have count as one. */
export function isImage(key: string, work: BodyWork): boolean {
  const address = work.context.fileOf(key)?.file.addresses[0];
  return (
    address === undefined ||
    /\.(?:jpe?g|jpe|png|gif|webp|avif|svg|bmp|ico|tiff?|heic)(?:[?#]|$)/i.test(address)
  );
}

/** A gallery of all pictures in a block, with their captions; its own caption is the one that belongs to no picture. */
export function galleryIn(html: string): string {
  const tree = treeOf(html);
  if (tree === undefined) return html;
  const figures: string[] = [];
  const claimed = new Set<object>();
  for (const holder of elementsBelow(tree, "figure", "li")) {
    const images = elementsBelow(holder, "img");
    const [image] = images;
    if (image === undefined || images.length > 1 || claimed.has(image)) continue;
    claimed.add(image);
    const captions = elementsBelow(holder, "figcaption");
    for (const caption of captions) claimed.add(caption);
    const caption =
      captions[0] === undefined ? "" : `<figcaption>${innerHtml(captions[0])}</figcaption>`;
    const link = elementsBelow(holder, "a").find((one) => elementsBelow(one, "img").length > 0);
    const shown =
      link === undefined ? htmlOf(image) : linkedImage(attributeOf(link, "href"), htmlOf(image));
    figures.push(`<figure>${shown}${caption}</figure>`);
  }
  for (const image of elementsBelow(tree, "img"))
    if (!claimed.has(image)) figures.push(`<figure>${htmlOf(image)}</figure>`);
  if (figures.length === 0) return html;
  const own = elementsBelow(tree, "figcaption").find((one) => !claimed.has(one));
  const caption = textOf(own) || undefined;
  return markedHtml(MARKED_ELEMENTS.gallery, { caption }, figures.join(""));
}

/** A block of a picture before its text: a cover, or a picture beside words. `address` is that of its background. */
export function coverHtml(html: string, address: string): string {
  const tree = treeOf(html);
  if (tree === undefined) return html;
  const background = elementsBelow(tree, "img", "video").find(
    (one) =>
      hasClass(one, "wp-block-cover__image-background") ||
      hasClass(one, "wp-block-cover__video-background"),
  );
  removeElements(tree, (one) => one === background || hasClass(one, "wp-block-cover__background"));
  const rest = innerHtml(tree);
  if (background?.tagName === "video") {
    const src = attributeOf(background, "src");
    return markedHtml(MARKED_ELEMENTS.player, { kind: "video", src }) + rest;
  }
  if (background !== undefined) return `<figure>${htmlOf(background)}</figure>${rest}`;
  return address === ""
    ? rest
    : `<figure><img src="${escapedHtml(address)}" alt=""></figure>${rest}`;
}

function linkedImage(href: string, image: string): string {
  return `<a href="${escapedHtml(href)}">${image}</a>`;
}
