import type { StandingPage } from "../../domain/article.ts";
import { rule as deletedRule } from "../../checks/history/deleted.ts";
import { rule as identityRule } from "../../checks/history/identity.ts";
import { rule as movedRule } from "../../checks/history/moved.ts";
import { dayOf, isoWithOffset } from "../../domain/dates.ts";
import type { DatedMoment } from "../../domain/dates.ts";
import type { Diagnostic } from "../../domain/diagnostic.ts";
import { redirectEdits } from "../../editing/redirect-edits.ts";
import { appendEntry, setValue } from "../../editing/yaml-edits.ts";
import { idFromPath } from "../../loader/identity.ts";
import { REDIRECTS_FILE } from "../../loader/redirects-file.ts";
import type { LocatedArticle } from "../article-identity.ts";
import type { EarlierArticle, EarlierPage } from "./earlier-articles.ts";
import { editsOf } from "./front-matter-edits.ts";
import type { PresentContent } from "./present-content.ts";
import { isSimilar } from "./similar-texts.ts";

const TOP = { line: 1, column: 1 };

/** What is said of an article that has another address now, and what leads readers there and keeps its identity. */
export function movedArticleDiagnostic(
  then: EarlierArticle,
  { article, places }: LocatedArticle,
  present: PresentContent,
): Diagnostic {
  const { file, aliases } = article;
  const { path, id } = then;
  const isOwn = places.id !== undefined;
  const withId = !isOwn && idFromPath(file, [...aliases, path], present.site) !== id;
  const edits = editsOf(file, present.textOf(file), (text) => [
    ...(withId ? setValue(file, text, ["id"], id, { after: "title" }) : []),
    ...appendEntry(file, text, ["aliases"], path),
  ]);
  const typed = [
    ...(withId ? [`id: ${id}`] : []),
    "aliases:",
    ...[...aliases, path].map((one) => `  - ${one}`),
  ];
  const details = {
    from: path,
    was: then.file,
    is: "article",
    typed,
    withId,
    isNew: false,
  } as const;
  return { ...movedRule.at({ file, ...(places.aliases ?? TOP) }, details), ...edits };
}

/** The same of a standing page, whose old address leads on by `redirects.yaml`. */
export function movedPageDiagnostic(
  then: EarlierPage,
  { file }: StandingPage,
  { textOf }: PresentContent,
): Diagnostic {
  const { path } = then;
  const edits = editsOf(REDIRECTS_FILE, textOf(REDIRECTS_FILE), (text) =>
    redirectEdits(text, path, file),
  );
  const typed = ["moved:", `  ${path}: ${file}`];
  const details = {
    from: path,
    was: then.file,
    is: "page",
    typed,
    withId: false,
    isNew: textOf(REDIRECTS_FILE) === undefined,
  } as const;
  return { ...movedRule.at({ file, ...TOP }, details), ...edits };
}

/**
 * What is said of a text that is not public any more, of whose addresses some lead nowhere; `located` is the article where
 * there still is one.
 */
export function deletedDiagnostic(
  then: EarlierArticle | EarlierPage,
  {
    addresses,
    present: { site, now, textOf },
    located,
  }: {
    addresses: readonly string[];
    present: PresentContent;
    located?: LocatedArticle | undefined;
  },
): Diagnostic {
  return deletedRule.at(
    { file: located?.article.file ?? then.file, ...TOP },
    {
      is: "front" in then ? "article" : "page",
      path: then.path,
      addresses,
      held:
        located === undefined || !("front" in then)
          ? undefined
          : {
              isDraft: located.article.draft,
              isLater: located.article.instant > now,
              then: dateAsTyped(then.front.date, site.timezone),
            },
      day: dayOf(now, site.timezone),
      isNew: textOf(REDIRECTS_FILE) === undefined,
    },
  );
}

/** A date as it is written in front matter. */
function dateAsTyped({ day, timed, instant }: DatedMoment, timezone: string): string {
  return timed ? isoWithOffset(instant, timezone) : day;
}

/** What is said of an article that feed readers would take for a new one. */
export function identityDiagnostic(
  then: EarlierArticle,
  { article, places }: LocatedArticle,
  present: PresentContent,
): Diagnostic {
  const { file } = article;
  const text = present.textOf(file);
  // What took the place of another article may be meant as a new one.
  const isSame = text !== undefined && isSimilar(then.text, text);
  const edits = isSame
    ? editsOf(file, text, (whole) => setValue(file, whole, ["id"], then.id, { after: "title" }))
    : {};
  const why =
    places.id !== undefined
      ? "id-changed"
      : then.hasId
        ? "id-removed"
        : then.path === article.path
          ? "aliases"
          : "path";
  const at = places.id ?? places.aliases ?? TOP;
  return { ...identityRule.at({ file, ...at }, { id: then.id, why }), ...edits };
}
