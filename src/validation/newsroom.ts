import { rule as unusedRule } from "../checks/content/unused.ts";
import { rule as futureRule } from "../checks/date/future.ts";
import { datedParts } from "../domain/article.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Instant } from "../domain/dates.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { likelyMeant } from "../domain/likely-meant.ts";
import { slugify } from "../domain/slug.ts";
import type { LocatedArticle } from "./article-identity.ts";
import type { DataFiles } from "../loader/references.ts";

/** Parts of published articles that are dated later than now, and wait until then. */
export function futureDiagnostics(articles: readonly LocatedArticle[], now: Instant): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { article, places } of articles) {
    // An article held back is looked at when its own time has come.
    if (article.draft || article.instant > now) continue;
    const told = new Set<string>();
    const report = (what: string, location: SourceLocation = TOP, goesOn = false): void => {
      const at = `${what} ${location.line}:${location.column}`;
      if (told.has(at)) return;
      told.add(at);
      diagnostics.push(futureRule.at({ file: article.file, ...location }, { what, goesOn }));
    };
    for (const one of datedParts(article)) {
      if (one.instant <= now) continue;
      if (one.part === "update") report("the change (`updated`)", places.updated);
      else if (one.part === "correction") report("a correction", places.corrections);
      else if (one.part === "end") report("the end of the live blog", places.ended, true);
      else {
        const { line, column, length } = one.update;
        report("this update", { line, column, ...(length === undefined ? {} : { length }) });
      }
    }
  }
  return diagnostics;
}

/** Data files that no article refers to; most often the name is misspelt in one of the two places. */
export function unusedDiagnostics(
  articles: readonly LocatedArticle[],
  dataFiles: Record<"categories" | "stories" | "tags", DataFiles>,
): Diagnostic[] {
  const used = {
    categories: new Set(articles.map(({ article }) => article.category)),
    stories: new Set(articles.map(({ article }) => article.story)),
    tags: new Set(articles.flatMap(({ article }) => article.tags.map(slugify))),
  };
  const kinds = { categories: "category", stories: "story", tags: "tag" } as const;
  return (["categories", "stories", "tags"] as const).flatMap((folder) => {
    const names = used[folder] as ReadonlySet<string | undefined>;
    const known = dataFiles[folder];
    const without = [...names].filter(
      (name): name is string => name !== undefined && !known.has(name),
    );
    return [...known.keys()]
      .filter((name) => !names.has(name))
      .map((name) => {
        const at = { file: `${folder}/${name}.yaml`, ...TOP };
        return unusedRule.at(at, { kind: kinds[folder], name, near: likelyMeant(name, without) });
      });
  });
}

const TOP = { line: 1, column: 1 };
