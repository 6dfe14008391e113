import { datedParts } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import type { Place } from "../domain/body.ts";
import type { Instant } from "../domain/dates.ts";
import type { Finding } from "../domain/finding.ts";
import { slugify } from "../domain/slug.ts";
import { finding } from "./diagnostics.ts";
import type { Cards, PlacedArticle } from "./references.ts";
import type { ArticleFrontMatter } from "./schemas.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** Longest headline, in characters, that search engines and share cards show whole. */
const LONGEST_HEADLINE = 110;

/**
 * What an editor would ask about an article that is otherwise sound. Imported ones (`.md`) are not asked for
 * credits, and for the alternative text of none but the lead picture: nobody knows them any more.
 */
export function newsroomFindings(
  front: ArticleFrontMatter,
  article: Article,
  document: YamlDocument,
): Finding[] {
  const { file, facts } = article;
  const findings: Finding[] = [];
  const length = Array.from(front.title).length;
  if (length > LONGEST_HEADLINE) {
    findings.push(
      finding({
        code: "headline/long",
        file,
        ...document.placeOf(["title"]),
        message: `The headline has ${length} characters; beyond ${LONGEST_HEADLINE} it is cut short where it is shared.`,
        fix: "Shorten it, or move a part of it to `description`.",
      }),
    );
  }
  const shows = facts.pictures.length > 0 || facts.posts !== undefined;
  if (facts.words === 0 && !shows && !article.code) {
    findings.push(
      finding({
        code: "text/empty",
        file,
        line: 1,
        column: 1,
        message: "Nothing follows the front matter: the article has no text.",
        fix: "Write it below the second line `---`, or mark it with `draft: true`.",
      }),
    );
  }
  findings.push(...labelFindings(front, document, file));
  findings.push(...repeatedTags(front.tags, document, file));
  if (front.image !== undefined && front.image.alt === "") {
    findings.push(
      finding({
        code: "picture/alt",
        file,
        ...document.placeOf(["image", "alt"]),
        message: "The lead picture has no text for those who do not see it.",
        fix: "Say below `image:` what it shows: `alt: A chart of …`.",
      }),
    );
  }
  if (article.format !== "mdx") return findings;
  if (front.image !== undefined && front.image.credit === undefined) {
    findings.push(
      finding({
        code: "picture/credit",
        file,
        ...document.placeOfKey(["image"]),
        message: "The lead picture names nobody who made it.",
        fix: "Add `credit: …` below `image:`.",
      }),
    );
  }
  for (const { src, alt, ...place } of facts.pictures) {
    if (alt.trim() !== "" || src === "") continue;
    findings.push(
      finding({
        code: "picture/alt",
        file,
        ...place,
        message: `The picture ${src} has no text for those who do not see it.`,
        fix: "Say between the square brackets what it shows: `![A chart of …](…)`.",
      }),
    );
  }
  return findings;
}

/** A paid piece that does not say who paid, and one that says so and is not called one. */
function labelFindings(
  { kind, sponsor }: ArticleFrontMatter,
  document: YamlDocument,
  file: string,
): Finding[] {
  if (kind === "sponsored" && sponsor === undefined)
    return [
      finding({
        code: "label/sponsor",
        file,
        ...document.placeOf(["kind"]),
        message: "The piece is sponsored and does not say by whom.",
        fix: "Add `sponsor: …`, the name that readers see below the label.",
      }),
    ];
  if (kind !== "sponsored" && sponsor !== undefined)
    return [
      finding({
        code: "label/missing",
        file,
        ...document.placeOfKey(["sponsor"]),
        message: `Somebody paid for the piece, but its kind is \`${kind}\`, so no label says so.`,
        fix: "Write `kind: sponsored`, or take `sponsor` out.",
      }),
    ];
  return [];
}

/** Tags of one article that lead to one page. */
function repeatedTags(tags: readonly string[], document: YamlDocument, file: string): Finding[] {
  const seen = new Map<string, string>();
  return tags.flatMap((tag, index) => {
    const slug = slugify(tag);
    const first = seen.get(slug);
    if (first === undefined) {
      seen.set(slug, tag);
      return [];
    }
    return [
      finding({
        code: "tag/twice",
        file,
        ...document.placeOf(["tags", index]),
        message: `The tags \`${first}\` and \`${tag}\` lead to one page, so one of them says nothing.`,
        fix: "Remove one of the two.",
      }),
    ];
  });
}

/** Parts of published articles that are dated later than now, and wait until then. */
export function futureFindings(articles: readonly PlacedArticle[], now: Instant): Finding[] {
  const findings: Finding[] = [];
  for (const { article, places } of articles) {
    // An article held back is looked at when its own time has come.
    if (article.draft || article.instant > now) continue;
    const told = new Set<string>();
    const report = (what: string, place: Place = { line: 1, column: 1 }, until?: string): void => {
      const at = `${what} ${place.line}:${place.column}`;
      if (told.has(at)) return;
      told.add(at);
      findings.push(
        finding({
          code: "date/future",
          file: article.file,
          ...place,
          message: `${what} is dated later than now; ${until ?? "it is held back until then"}.`,
          fix: "Leave it, if it is to wait; else correct the date.",
        }),
      );
    };
    for (const one of datedParts(article)) {
      if (one.instant <= now) continue;
      if (one.part === "update") report("The change (`updated`)", places.updated);
      else if (one.part === "correction") report("A correction", places.corrections);
      else if (one.part === "end")
        report("The end of the live blog", places.ended, "it goes on until then");
      else {
        const { line, column, length } = one.update;
        report("This update", { line, column, ...(length === undefined ? {} : { length }) });
      }
    }
  }
  return findings;
}

/** Cards that no article refers to; most often the name is misspelt in one of the two places. */
export function unusedFindings(
  articles: readonly PlacedArticle[],
  cards: Record<"categories" | "stories" | "tags", Cards>,
): Finding[] {
  const used = {
    categories: new Set(articles.map(({ article }) => article.category)),
    stories: new Set(articles.map(({ article }) => article.story)),
    tags: new Set(articles.flatMap(({ article }) => article.tags.map(slugify))),
  };
  const kinds = { categories: "category", stories: "story", tags: "tag" } as const;
  return (["categories", "stories", "tags"] as const).flatMap((folder) =>
    [...cards[folder].keys()]
      .filter((name) => !(used[folder] as ReadonlySet<string | undefined>).has(name))
      .map((name) =>
        finding({
          code: "content/unused",
          file: `${folder}/${name}.yaml`,
          line: 1,
          column: 1,
          message: `No article has the ${kinds[folder]} \`${name}\`${folder === "categories" ? "; its page is empty" : ""}.`,
          fix: "Leave it if articles are to follow; else correct its name, or remove it.",
        }),
      ),
  );
}
