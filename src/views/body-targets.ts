import { absolute, addresses, href } from "../urls/hrefs.ts";
import { datedCorrection } from "../domain/shown-correction.ts";
import type { DatedCorrection } from "../domain/shown-correction.ts";
import type { Article, StandingPage } from "../domain/article.ts";
import { postFile } from "../domain/post.ts";
import type { DataTable, Publication } from "../domain/publication.ts";
import { imageSource } from "../urls/image-source.ts";
import type { PublishedUrls } from "../urls/resolve-link.ts";
import type { BodyTargets, MediaTarget, ImageTarget, PostTarget } from "../markdown/body.ts";
import { postImageSource, postTarget } from "../markdown/post-target.ts";
import { drawingAddress } from "../markdown/components/chart.ts";
import { drawnData, drawnImages } from "../media/drawn-images.ts";
import { feedTarget, pageTarget } from "../media/image-target.ts";
import { resolveLinks } from "./body-links.ts";
import type { AddressForm } from "./body-links.ts";
import { mediaTarget } from "./media-target.ts";

/** Where the links and pictures of one body lead, and what it quotes, resolved before it is rendered; part of its page's key. */
export interface ResolvedTargets {
  links: Record<string, string | null>;
  images: Record<string, ImageTarget | null>;
  authors: BodyTargets["authors"];
  media: Record<string, MediaTarget | null>;
  posts: Record<string, PostTarget>;
  /** The figures of files that the text draws, by address as written. */
  data: Record<string, DataTable>;
  /** Those of the article's own front matter. */
  corrections: (DatedCorrection & { note: string })[];
}

/** Resolves every link, picture and post of a text against what is published. */
export function resolveTargets(
  text: Article | StandingPage,
  publication: Publication,
  published: PublishedUrls,
  form: AddressForm,
): ResolvedTargets {
  const address = form === "page" ? href : absolute;
  const written = text.metadata.links.map(({ href: link }) => link);
  const links = resolveLinks(written, text, publication, published, form);
  const images: Record<string, ImageTarget | null> = {};
  for (const { src } of text.metadata.images)
    images[src] = imageTarget(src, text.file, publication, form);
  const media: Record<string, MediaTarget | null> = {};
  for (const { src, use } of text.metadata.media ?? [])
    media[src] = mediaTarget(src, use, publication, form);
  const posts: Record<string, PostTarget> = {};
  const { language, timezone } = publication.site;
  for (const { slug } of text.metadata.posts ?? []) {
    const post = publication.posts[slug];
    if (post === undefined) continue;
    posts[slug] = postTarget(post, ("language" in text && text.language) || language, timezone);
    if (post.picture === undefined) continue;
    const shown = imageTarget(post.picture.src, postFile(slug), publication, form);
    images[postImageSource(slug)] = shown;
  }
  if (form === "feed") {
    for (const { name, image } of drawnImages(text, publication))
      images[drawingAddress(name)] = feedTarget(image, publication.site);
  }
  const authors: ResolvedTargets["authors"] = {};
  for (const { by } of text.metadata.updates ?? []) {
    const author = by === undefined ? undefined : publication.authors[by];
    if (author === undefined) continue;
    authors[author.slug] = {
      name: author.name,
      href: address(publication.site, addresses.author(author.slug)),
    };
  }
  const corrections = "corrections" in text ? text.corrections : [];
  return {
    links,
    images,
    media,
    posts,
    authors,
    data: drawnData(text, publication),
    corrections: corrections.map((one) => ({ ...datedCorrection(one), note: one.note })),
  };
}

/** Where a picture as written in `file` lies in the bundle; `null` where it cannot be shown. */
export function imageTarget(
  src: string,
  file: string,
  publication: Publication,
  form: AddressForm,
): ImageTarget | null {
  const source = imageSource(src, file);
  const image = source.kind === "file" ? publication.images[source.file] : undefined;
  if (image === undefined) return null;
  return form === "page"
    ? pageTarget(image, publication.site)
    : feedTarget(image, publication.site);
}
