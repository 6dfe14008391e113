import { rule as tagSign } from "../checks/tag/sign.ts";
import { rule as tagSpelling } from "../checks/tag/spelling.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { slugify } from "../domain/slug.ts";
import { differsBySign, withSignsAsWords } from "../domain/tag-sign.ts";
import type { LocatedArticle } from "./article-identity.ts";
import { tagLocation } from "./tag-location.ts";
import { tagNames } from "./tag-names.ts";

/**
 * One tag written in several ways: each minority is told the way most articles write it. Two that differ by a sign may
 * be two tags, which somebody has to say. `textOf` gives the text of a file, to find the tag in it.
 */
export function tagDiagnostics(
  articles: readonly LocatedArticle[],
  spelling: ReadonlyMap<string, string>,
  textOf: (file: string) => string | undefined,
): Diagnostic[] {
  const all = articles.map(({ article }) => article);
  let everywhere: ReadonlyMap<string, string> | undefined;
  const usualOf = (slug: string): string | undefined =>
    spelling.get(slug) ?? (everywhere ??= tagNames(all)).get(slug);
  return articles.flatMap(({ article, places }) => {
    const seen = new Map<string, string>();
    return article.tags.flatMap((tag) => {
      const slug = slugify(tag);
      const first = seen.get(slug);
      // The second of one tag in an article is told as that, and is to be removed.
      if (first !== undefined && !differsBySign(first, tag)) return [];
      seen.set(slug, first ?? tag);
      const usual = usualOf(slug) ?? tag;
      if (usual === tag) return [];
      const { line, column } = places.tags ?? { line: 1, column: 1 };
      // Where the tag itself is not found, nothing is marked that could be written anew.
      const key = { line, column };
      const text = textOf(article.file);
      const position = text === undefined ? key : tagLocation(text, key, tag);
      const location = { file: article.file, ...position };
      if (!differsBySign(tag, usual)) return [tagSpelling.at(location, { tag, usual })];
      const isHere = article.tags.includes(usual);
      const file = isHere ? undefined : all.find(({ tags }) => tags.includes(usual))?.file;
      const asWord = withSignsAsWords(tag);
      const own = asWord === undefined ? undefined : slugify(asWord);
      return [
        tagSign.at(location, {
          tag,
          other: usual,
          slug,
          file,
          asWord:
            asWord === undefined || own === undefined || own === slug
              ? undefined
              : { tag: asWord, slug: own },
        }),
      ];
    });
  });
}
