import type { Article, StandingPage } from "../domain/article.ts";
import type { Finding } from "../domain/finding.ts";
import { nearestName } from "../domain/nearest-name.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import { slugify } from "../domain/slug.ts";
import type { Problem } from "./diagnostics.ts";
import { finding } from "./diagnostics.ts";
import type { PictureReading } from "./pictures.ts";
import { pictureSource } from "./picture-source.ts";
import type { Mentions, PlacedMentions, ReferencePlaces } from "./mentions.ts";
import { resolveLink } from "./resolve-link.ts";
import type { KnownAddresses } from "./resolve-link.ts";

/** An article with the places of what it names. */
export interface PlacedArticle {
  article: Article;
  places: ReferencePlaces;
}

const TOP = { line: 1, column: 1 };

/** What can be referred to: by slug, the name that readers see. */
export type Cards = ReadonlyMap<string, string>;

/** Categories, authors and stories that articles name and no file declares. */
export function referenceFindings(
  texts: readonly PlacedMentions[],
  known: { categories: Cards; authors: Cards; stories: Cards },
): Finding[] {
  const findings: Finding[] = [];
  const check = (
    key: "category" | "author" | "story",
    cards: Cards,
    folder: string,
    { mentions, places }: PlacedMentions,
    name: string | undefined,
  ): void => {
    if (name === undefined || cards.has(name)) return;
    const near = nearestCard(name, cards);
    findings.push(
      finding({
        code: `reference/${key}`,
        file: mentions.file,
        ...(places[key] ?? TOP),
        message: `There is no ${key} \`${name}\`: no file ${folder}/${name}.yaml.`,
        fix:
          near === undefined
            ? `Write the file, or use one that exists in ${folder}/.`
            : `Did you mean \`${near}\`?`,
      }),
    );
  };
  for (const text of texts) {
    const { category, authors = [], story } = text.mentions;
    check("category", known.categories, "categories", text, category);
    for (const author of authors) check("author", known.authors, "authors", text, author);
    check("story", known.stories, "stories", text, story);
  }
  return findings;
}

/** The slug that was meant: the one whose card bears that name, or one that is written much the same. */
function nearestCard(written: string, cards: Cards): string | undefined {
  const wanted = slugify(written);
  for (const [slug, name] of cards) if (slugify(name) === wanted) return slug;
  return nearestName(written, cards.keys()) ?? nearestName(wanted, cards.keys());
}

/** Articles that would take each other's place: one address, or one id, twice. Each is told of the other. */
export function identityFindings(articles: readonly PlacedArticle[]): Finding[] {
  const findings: Finding[] = [];
  const seen = (
    key: (article: Article) => string,
    explain: (one: PlacedArticle, other: Article) => Problem,
  ): void => {
    const first = new Map<string, PlacedArticle>();
    for (const placed of articles) {
      const twin = first.get(key(placed.article));
      if (twin === undefined) first.set(key(placed.article), placed);
      else
        findings.push(
          finding(explain(twin, placed.article)),
          finding(explain(placed, twin.article)),
        );
    }
  };
  seen(
    (article) => article.path,
    ({ article }, other) => ({
      code: "path/collision",
      file: article.file,
      ...TOP,
      message: `This article and ${other.file} have one address, ${article.path}; one would take the other's place.`,
      fix: "Rename or remove one of them.",
    }),
  );
  seen(
    (article) => article.id,
    ({ article, places }, other) => ({
      code: "identity/duplicate",
      file: article.file,
      ...(places.id ?? TOP),
      message: `This article and ${other.file} have one id, ${article.id}; feed readers would show only one of them.`,
      fix: "Remove the `id` of the one that was copied.",
    }),
  );
  return findings;
}

/** Texts and sections that want one address: a standing page called as a category is. */
export function pageCollisions(pages: readonly StandingPage[], categories: Cards): Finding[] {
  const files = new Map<string, string>();
  return pages.flatMap((page) => {
    const other = categories.has(page.slug) ? `categories/${page.slug}.yaml` : files.get(page.slug);
    files.set(page.slug, page.file);
    if (other === undefined) return [];
    return [
      finding({
        code: "path/collision",
        file: page.file,
        ...TOP,
        message: `This page and ${other} have one address, ${page.path}.`,
        fix: "Rename one of them.",
      }),
    ];
  });
}

/** One tag written in several ways: each minority is told the way most articles write it. */
export function tagFindings(
  articles: readonly PlacedArticle[],
  spelling: ReadonlyMap<string, string>,
): Finding[] {
  return articles.flatMap(({ article, places }) =>
    article.tags.flatMap((tag) => {
      const usual = spelling.get(slugify(tag)) ?? tag;
      if (usual === tag) return [];
      return [
        finding({
          code: "tag/spelling",
          file: article.file,
          ...(places.tags ?? TOP),
          message: `The tag \`${tag}\` is written \`${usual}\` elsewhere; both lead to one page.`,
          fix: `Write \`${usual}\`.`,
        }),
      ];
    }),
  );
}

/** Links of a text that lead nowhere, or out of the publication's folder. */
export function linkFindings(
  text: Mentions,
  known: KnownAddresses,
  nearest: NearestPath,
): Finding[] {
  return text.facts.links.flatMap(({ href, line, column, length }) => {
    const problem = linkProblem(href, text, known, nearest);
    if (problem === undefined) return [];
    return [
      finding({
        ...problem,
        file: text.file,
        line,
        column,
        ...(length === undefined ? {} : { length }),
      }),
    ];
  });
}

function linkProblem(
  written: string,
  text: Mentions,
  known: KnownAddresses,
  nearest: NearestPath,
): Pick<Problem, "code" | "message" | "fix"> | undefined {
  const target = resolveLink(written, text, known);
  switch (target.kind) {
    case "external":
      return undefined;
    case "outside":
      return {
        code: "link/outside",
        message: `The link ${written} leads out of the content folder.`,
        fix: "Link to a file or address of the publication, or to a full web address.",
      };
    case "unpublished":
      return {
        code: "link/unpublished",
        message: `The link ${written} leads to a page that is not published yet; until then only its text is shown.`,
        fix: "Leave it, if both are to be public later.",
      };
    case "dead": {
      const near = nearest.near(target.path);
      const isFile = /\.mdx?$/i.test(target.path);
      return {
        code: "link/dead",
        message: `The link ${written} leads nowhere: there is no ${isFile ? `file ${target.path.slice(1)}` : `page ${target.path}`}.`,
        fix:
          near === undefined ? "Correct the address, or remove the link." : `Did you mean ${near}?`,
      };
    }
    case "internal": {
      const ids =
        target.path === text.path ? new Set(text.facts.ids) : known.pages.get(target.path);
      const { fragment } = target;
      if (fragment === undefined || fragment === "top" || ids === undefined || ids.has(fragment))
        return undefined;
      const near = nearestName(fragment, ids);
      return {
        code: "link/fragment",
        message: `The link ${written} points at \`#${fragment}\`, and nothing on ${target.path} is called so.`,
        fix:
          near === undefined
            ? "Use the id of a heading, or remove the fragment."
            : `Did you mean \`#${near}\`?`,
      };
    }
  }
}

/** Pictures that a text asks for and that cannot be shown. */
export function pictureFindings(
  { mentions: text, places }: PlacedMentions,
  readings: ReadonlyMap<string, PictureReading>,
  nearest: NearestPath,
): Finding[] {
  const wanted = text.facts.pictures.map(({ src, line, column, length }) => ({
    src,
    line,
    column,
    length,
  }));
  if (text.image !== undefined) {
    wanted.unshift({ src: text.image.src, length: undefined, ...(places.image ?? TOP) });
  }
  return wanted.flatMap(({ src, line, column, length }) => {
    const problem = pictureProblem(src, text.file, readings, nearest);
    if (problem === undefined) return [];
    return [
      finding({
        ...problem,
        file: text.file,
        line,
        column,
        ...(length === undefined ? {} : { length }),
      }),
    ];
  });
}

function pictureProblem(
  src: string,
  file: string,
  readings: ReadonlyMap<string, PictureReading>,
  nearest: NearestPath,
): Pick<Problem, "code" | "message" | "fix"> | undefined {
  if (src.trim() === "") {
    return {
      code: "picture/missing",
      message: "This picture has no address, so there is nothing to show.",
      fix: "Write the path of its file, or remove it.",
    };
  }
  const source = pictureSource(src, file);
  if (source.kind === "remote") {
    return {
      code: "picture/remote",
      message: `The picture ${src} lies on another host; readers would be seen there, and it can vanish.`,
      fix: file.endsWith(".mdx")
        ? "Put a copy beside the article."
        : "Put a copy beside the article; until then a link stands in its place.",
    };
  }
  if (source.kind === "outside") {
    return {
      code: "picture/outside",
      message: `The picture ${src} lies outside the content folder.`,
      fix: "Put a copy beside the article.",
    };
  }
  const reading = readings.get(source.file);
  if (reading === undefined) {
    const near = nearest.near(source.file);
    return {
      code: "picture/missing",
      message: `There is no picture ${source.file}.`,
      fix:
        near === undefined ? "Put the file there, or correct the path." : `Did you mean ${near}?`,
    };
  }
  if (!("fault" in reading)) return undefined;
  return {
    code: `picture/${reading.fault}`,
    message: `The picture ${source.file} cannot be shown: ${reading.why}.`,
    fix: PICTURE_FIXES[reading.fault],
  };
}

const PICTURE_FIXES = {
  missing: "Put the picture there, or remove it.",
  broken: "Export it again from its source.",
  "too-large": "Put a smaller version there.",
  unsafe: "Take that out of it, or export it as a PNG or WebP.",
} as const;
