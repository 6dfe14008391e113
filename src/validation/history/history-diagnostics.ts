import { compareDiagnostics } from "../../domain/diagnostic.ts";
import type { Diagnostic } from "../../domain/diagnostic.ts";
import { readOldAddress } from "../../domain/old-address.ts";
import type { Site } from "../../domain/publication.ts";
import type { EarlierContent } from "../../domain/earlier-content.ts";
import type { LocatedArticle } from "../article-identity.ts";
import { earlierTexts } from "./earlier-articles.ts";
import type { EarlierArticle } from "./earlier-articles.ts";
import { FoundTexts } from "./found-texts.ts";
import { lostListDiagnostics } from "./lost-lists.ts";
import { lostRedirectDiagnostics } from "./lost-redirects.ts";
import type { PresentContent } from "./present-content.ts";
import {
  deletedDiagnostic,
  identityDiagnostic,
  movedArticleDiagnostic,
  movedPageDiagnostic,
} from "./text-diagnostics.ts";
import { compareHere, updatedDiagnostic } from "./updated-diagnostic.ts";
import type { CompareTexts } from "./updated-diagnostic.ts";

/** Most texts that are compared by their words: where more change at once, it is no newsroom that changes them. */
const MOST_COMPARED = 100;

/**
 * What of the published content readers cannot find any more, or would see as new: addresses that lead nowhere, lost
 * identities, and texts that changed without a word. Nothing is said of what was never public, nor of files with errors.
 */
export async function historyDiagnostics(
  present: PresentContent,
  earlier: EarlierContent,
  compare: CompareTexts = compareHere,
): Promise<Diagnostic[]> {
  const { written, site, now } = present;
  if (written === undefined || earlier.changed.size === 0) return [];
  const gone = written.takedowns.map(({ what }) => what);
  const then = earlierTexts(earlier, { site, now, gone });
  const found = new FoundTexts(present, earlier);
  const become = new Map(then.articles.map((article) => [article, found.articleOf(article)]));
  const diagnostics: Diagnostic[] = [];
  let compared = 0;
  for (const [article, is] of become) {
    if (is.kind === "gone") diagnostics.push(...goneDiagnostics(article, { found, present }));
    if (is.kind !== "found") continue;
    compared += 1;
    const isCompared = compared <= MOST_COMPARED;
    const told = await foundDiagnostics(article, is.located, {
      found,
      present,
      ...(isCompared ? { compare } : {}),
    });
    diagnostics.push(...told);
  }
  for (const page of then.pages) {
    if (found.isOpen(page.path)) continue;
    const is = found.pageOf(page);
    if (is === undefined)
      diagnostics.push(deletedDiagnostic(page, { addresses: [page.path], present }));
    else if (is.kind === "found") diagnostics.push(movedPageDiagnostic(page, is.page, present));
  }
  return [
    ...diagnostics,
    ...lostRedirectDiagnostics({ then, become, found, present }),
    ...lostListDiagnostics({ earlier, become, found, present }),
  ].sort(compareDiagnostics);
}

/** What is said of an article that is still there. */
async function foundDiagnostics(
  then: EarlierArticle,
  located: LocatedArticle,
  {
    found,
    present,
    compare,
  }: { found: FoundTexts; present: PresentContent; compare?: CompareTexts },
): Promise<Diagnostic[]> {
  const { article } = located;
  const isDead = !found.isOpen(then.path);
  if (!found.isPublic(located)) return goneDiagnostics(then, { found, present, located });
  if (isDead) return [movedArticleDiagnostic(then, located, present)];
  if (article.id !== then.id) return [identityDiagnostic(then, located, present)];
  if (compare === undefined) return [];
  const updated = await updatedDiagnostic(then, located, present, compare);
  return updated === undefined ? [] : [updated];
}

/**
 * What is said of an article that readers can not open any more; `located` is what it has become, if not deleted. Each of
 * its addresses is told until it leads somewhere or was taken down.
 */
function goneDiagnostics(
  then: EarlierArticle,
  {
    found,
    present,
    located,
  }: { found: FoundTexts; present: PresentContent; located?: LocatedArticle },
): Diagnostic[] {
  const addresses = addressesOf(then, present.site).filter((path) => !found.isOpen(path));
  return addresses.length === 0 ? [] : [deletedDiagnostic(then, { addresses, present, located })];
}

/** The address of an article, and the older ones that led to it. */
function addressesOf({ path, front }: EarlierArticle, site: Site): string[] {
  const older = front.aliases.flatMap((alias) => {
    const read = readOldAddress(alias, site);
    return "path" in read ? [read.path] : [];
  });
  return [path, ...older];
}
