import { rule as updatedRule } from "../../checks/history/updated.ts";
import { isoWithOffset } from "../../domain/dates.ts";
import type { DatedMoment } from "../../domain/dates.ts";
import type { Diagnostic } from "../../domain/diagnostic.ts";
import { appendEntry, setValue } from "../../editing/yaml-edits.ts";
import type { LocatedArticle } from "../article-identity.ts";
import type { ComparedText } from "./changed-words.ts";
import type { EarlierArticle } from "./earlier-articles.ts";
import { editsOf } from "./front-matter-edits.ts";
import type { PresentContent } from "./present-content.ts";

/** How many words of a text are others in two of its states, as `changedWords` has it. */
export type CompareTexts = (before: ComparedText, now: ComparedText) => Promise<number>;

/** Compares in this process. The parser of texts is loaded only for a text that has to be compared. */
export const compareHere: CompareTexts = async (before, now) => {
  const { changedWords } = await import("./changed-words.ts");
  return changedWords(before, now);
};

/** As many words change where a mistake is mended. */
const FEW = 10;

/**
 * What is said of a published article whose words are others, if it does not say so itself. A live blog has its updates.
 */
export async function updatedDiagnostic(
  { file: was, text, front }: EarlierArticle,
  { article, places }: LocatedArticle,
  { textOf, now, site }: PresentContent,
  compare: CompareTexts,
): Promise<Diagnostic | undefined> {
  const { file, title, description, updates, corrections, kind, code } = article;
  const present = textOf(file);
  if (present === undefined || present === text || kind === "live" || code) return undefined;
  const isSaid = !isSame(front.updated, updates) || !isSame(front.corrections, corrections);
  if (isSaid) return undefined;
  const words = await compare(
    { file: was, text, title: front.title, description: front.description },
    { file, text: present, title, description },
  );
  if (words <= FEW) return undefined;
  const date = isoWithOffset(now, site.timezone);
  const isFirst = updates.length === 0;
  const edits = editsOf(file, present, (whole) =>
    isFirst
      ? setValue(file, whole, ["updated"], date, { after: "date" })
      : appendEntry(file, whole, ["updated"], date),
  );
  const at = { file, ...(places.updated ?? { line: 1, column: 1 }) };
  return { ...updatedRule.at(at, { words, date, isFirst }), ...edits };
}

/** Whether what was written and what is read of it have the same dates. */
function isSame(then: readonly { date: DatedMoment }[], now: readonly { instant: number }[]) {
  return (
    then.length === now.length && then.every(({ date }, at) => date.instant === now[at]?.instant)
  );
}
