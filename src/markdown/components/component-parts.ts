import type { ElementContent } from "hast";
import { parseDate } from "../../domain/dates.ts";
import { momentParts, showDay, showPeriod } from "../../i18n/shown-dates.ts";
import type { BodyTargets } from "../body.ts";
import { element, textNode } from "../tree.ts";

/** The class of a date that its author has put into words. */
export const IN_WORDS = "in-words";

/** The line above a component's content, in feeds. */
export function boldLine(text: string | undefined): ElementContent[] {
  return text === undefined ? [] : [element("p", {}, [element("strong", {}, [textNode(text)])])];
}

/** The line above a component's content, on pages, by a class of its own. */
export function titleLine(text: string | undefined, className: string): ElementContent[] {
  return text === undefined ? [] : [element("p", { className: [className] }, [textNode(text)])];
}

/** A caption and a credit, whichever there are, with `wrap` round the credit. */
export function captionParts(
  caption: string | undefined,
  credit: string | undefined,
  wrap: (text: string) => ElementContent,
): ElementContent[] {
  const words =
    caption === undefined ? [] : [textNode(credit === undefined ? caption : `${caption} `)];
  return credit === undefined ? words : [...words, wrap(credit)];
}

/** Caption and credit as what stands below a picture or the like; nothing where there is neither. */
export function captionBelow(
  { caption, credit }: { caption?: string | undefined; credit?: string | undefined },
  wrap: (text: string) => ElementContent,
  tagName: "figcaption" | "p" = "figcaption",
): ElementContent[] {
  const parts = captionParts(caption, credit, wrap);
  return parts.length === 0 ? [] : [element(tagName, {}, parts)];
}

/** A credit as it stands on pages. */
export function pageCredit(text: string): ElementContent {
  return element("span", { className: ["credit"] }, [textNode(text)]);
}

/** A credit as it stands in feeds. */
export function feedCredit(text: string): ElementContent {
  return element("small", {}, [textNode(text)]);
}

/**
 * A day, month or year as `time`, in words of the publication's language, or in `words` of the author's. Where there
 * is no publication around the text it is as written, for a search record has to be in no language but the text's.
 */
export function timeOfPeriod(period: string, targets: BodyTargets, words?: string): ElementContent {
  return words === undefined
    ? element("time", { dateTime: period }, [textNode(shownPeriod(period, targets))])
    : element("time", { dateTime: period, className: [IN_WORDS] }, [textNode(words)]);
}

function shownPeriod(period: string, targets: BodyTargets): string {
  if (!hasPublication(targets)) return period;
  return period.length === 10
    ? showDay(period, targets.language)
    : showPeriod(period, targets.language);
}

/** A day, or an instant with its time of day, as `time`, like `timeOfPeriod`. */
export function timeOfDate(date: string, targets: BodyTargets): ElementContent {
  const { language, timezone } = targets;
  const moment = parseDate(date, timezone);
  const time = (shown: ElementContent[]): ElementContent =>
    element("time", { dateTime: moment?.timed === false ? moment.day : date }, shown);
  if (moment === undefined || !hasPublication(targets)) return time([textNode(date)]);
  if (!moment.timed) return time([textNode(showDay(moment.day, language))]);
  // In the two parts that a line may end between.
  const [day, clock] = momentParts(moment.instant, language, timezone);
  return time([
    element("span", {}, [textNode(day)]),
    textNode(" "),
    element("span", {}, [textNode(clock)]),
  ]);
}

/** Whether a text is printed, and not only counted or indexed. */
export function hasPublication({ address }: BodyTargets): boolean {
  return address !== "";
}

/** Parts of a line with the separator of the language between them. */
export function separated(
  parts: readonly ElementContent[][],
  { words }: BodyTargets,
): ElementContent[] {
  const separator = words.blocks.separator || " ";
  return parts.flatMap((part, at) => (at === 0 ? part : [textNode(separator), ...part]));
}
