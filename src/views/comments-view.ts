import { absolute } from "../urls/hrefs.ts";
import type { Article } from "../domain/article.ts";
import { GISCUS_ORIGIN } from "../domain/comments.ts";
import type { Giscus, ArchivedComments } from "../domain/comments.ts";
import type { Publication } from "../domain/publication.ts";
import type { PublishedUrls } from "../urls/resolve-link.ts";
import { resolveLinks } from "./body-links.ts";

/** What the page of an article knows of its readers' answers before a comment is read. */
export interface CommentsView {
  /** What is kept, with the links in it resolved. */
  archived?: Omit<ArchivedComments, "links"> & { links: Record<string, string | null> };
  /** Address for a letter about this article (RFC 6068). */
  letter?: string;
  giscus?: GiscusView;
}

/** A discussion that a click opens. */
export interface GiscusView {
  /** Address of the frame, but for what the browser knows: where it stands, and who is signed in. */
  frame: string;
  /** Where it can be read without it. */
  discussions: string;
}

/** What readers said of an article and how they answer to it; `undefined` where there is neither. */
export function commentsView(
  article: Article,
  publication: Publication,
  published: PublishedUrls,
): CommentsView | undefined {
  const { site } = publication;
  const archived = publication.comments[article.path];
  const commenting = article.comments === false ? undefined : site.comments;
  if (archived === undefined && commenting === undefined) return undefined;
  return {
    ...(archived === undefined
      ? {}
      : {
          archived: {
            ...archived,
            links: resolveLinks(archived.links, article, publication, published, "page"),
          },
        }),
    ...(commenting === undefined
      ? {}
      : "letters" in commenting
        ? { letter: letterTo(commenting.letters, article, absolute(site, article.path)) }
        : { giscus: giscusView(commenting.giscus, article, publication) }),
  };
}

function letterTo(editor: string, { title }: Article, address: string): string {
  const to = encodeURIComponent(editor).replace("%40", "@");
  return `mailto:${to}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${address}\n\n`)}`;
}

/** Languages of giscus, by its own names for them. */
const GISCUS_LANGUAGES = "ar de gsw en es fr id it ja ko nl pl pt ro ru tr vi zh-CN zh-TW".split(
  " ",
);

/**
 * The parameters of giscus' widget as its `client.ts` makes them. A discussion is found by the article's id, which
 * survives a rename, and by nothing that is only like it.
 */
function giscusView(giscus: Giscus, article: Article, { site }: Publication): GiscusView {
  const tags = [site.language, site.language.split("-")[0]];
  const language = GISCUS_LANGUAGES.find((known) => tags.includes(known));
  const parameters = new URLSearchParams({
    theme: "preferred_color_scheme",
    reactionsEnabled: giscus.reactions ? "1" : "0",
    emitMetadata: "0",
    inputPosition: giscus.input,
    repo: giscus.repo,
    repoId: giscus.repoId,
    category: giscus.category,
    categoryId: giscus.categoryId,
    strict: "1",
    description: article.description,
    backLink: absolute(site, article.path),
    term: article.id,
  });
  return {
    frame: `${GISCUS_ORIGIN}${language === undefined ? "" : `/${language}`}/widget?${parameters.toString()}`,
    discussions: `https://github.com/${giscus.repo}/discussions`,
  };
}
