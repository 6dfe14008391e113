import { absolute, addresses, href, hrefWithFragment } from "../domain/addresses.ts";
import type { Day } from "../domain/dates.ts";
import type { Article, StandingPage } from "../domain/article.ts";
import { postFile } from "../domain/post.ts";
import type { DataTable, Publication } from "../domain/publication.ts";
import { pictureSource } from "../archive/picture-source.ts";
import { resolveLink } from "../archive/resolve-link.ts";
import type { KnownAddresses } from "../archive/resolve-link.ts";
import type { BodyTargets, PictureTarget, PostTarget } from "../markdown/body.ts";
import { postPictureSource, postTarget } from "../markdown/post-target.ts";
import { drawingAddress } from "../markdown/components/chart.ts";
import { drawnData, drawnPictures } from "../media/drawn-pictures.ts";
import { feedTarget, pageTarget } from "../media/picture-target.ts";

/** Where the links and pictures of one body lead, and what it quotes, resolved before it is rendered; part of its page's key. */
export interface ResolvedTargets {
  links: Record<string, string | null>;
  pictures: Record<string, PictureTarget | null>;
  authors: BodyTargets["authors"];
  posts: Record<string, PostTarget>;
  /** The figures of files that the text draws, by address as written. */
  data: Record<string, DataTable>;
  /** Those of the article's own front matter. */
  corrections: { day: Day; note: string }[];
}

/** How addresses are written: below the host for pages, in full for feeds. */
export type AddressForm = "page" | "feed";

/** Resolves every link, picture and post of a text against what is published. */
export function resolveTargets(
  text: Article | StandingPage,
  publication: Publication,
  known: KnownAddresses,
  form: AddressForm,
): ResolvedTargets {
  const address = form === "page" ? href : absolute;
  const links: Record<string, string | null> = {};
  for (const { href: written } of text.facts.links) {
    const target = resolveLink(written, text, known);
    if (target.kind === "external") continue;
    if (target.kind === "moved") {
      links[written] = target.to.startsWith("/")
        ? (form === "page" ? "" : publication.site.origin) +
          hrefWithFragment(publication.site, target.to)
        : target.to;
    } else if (target.kind !== "internal") links[written] = null;
    else if (target.path === text.path && target.fragment !== undefined && form === "page") {
      links[written] = hasId(text, target.fragment)
        ? `#${encodeURIComponent(target.fragment)}`
        : null;
    } else {
      const ids =
        target.path === text.path ? new Set(text.facts.ids) : known.pages.get(target.path);
      const { fragment } = target;
      const kept = fragment !== undefined && (ids === undefined || ids.has(fragment));
      links[written] =
        address(publication.site, target.path) + (kept ? `#${encodeURIComponent(fragment)}` : "");
    }
  }
  const pictures: Record<string, PictureTarget | null> = {};
  for (const { src } of text.facts.pictures)
    pictures[src] = pictureTarget(src, text.file, publication, form);
  const posts: Record<string, PostTarget> = {};
  const { language, timezone } = publication.site;
  for (const { slug } of text.facts.posts ?? []) {
    const post = publication.posts[slug];
    if (post === undefined) continue;
    posts[slug] = postTarget(post, ("language" in text && text.language) || language, timezone);
    if (post.picture === undefined) continue;
    const shown = pictureTarget(post.picture.src, postFile(slug), publication, form);
    pictures[postPictureSource(slug)] = shown;
  }
  if (form === "feed") {
    for (const { name, picture } of drawnPictures(text, publication))
      pictures[drawingAddress(name)] = feedTarget(picture, publication.site);
  }
  const authors: ResolvedTargets["authors"] = {};
  for (const { by } of text.facts.updates ?? []) {
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
    pictures,
    posts,
    authors,
    data: drawnData(text, publication),
    corrections: corrections.map(({ day, note }) => ({ day, note })),
  };
}

/** Where a picture as written in `file` lies in the bundle; `null` where it cannot be shown. */
export function pictureTarget(
  src: string,
  file: string,
  publication: Publication,
  form: AddressForm,
): PictureTarget | null {
  const source = pictureSource(src, file);
  const picture = source.kind === "file" ? publication.pictures[source.file] : undefined;
  if (picture === undefined) return null;
  return form === "page"
    ? pageTarget(picture, publication.site)
    : feedTarget(picture, publication.site);
}

function hasId(text: Article | StandingPage, id: string): boolean {
  return id === "top" || text.facts.ids.includes(id);
}
