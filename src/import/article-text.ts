import { stringify } from "yaml";
import { parseDate } from "../domain/dates.ts";
import { MISSING_ALT } from "../domain/missing-alt.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { PlannedText } from "./planned-text.ts";
import { shortLine } from "./short-line.ts";
import { isWebAddress } from "./web-address.ts";

/** Longest standfirst and longest line of front matter, as the check takes them. */
const LONGEST_DESCRIPTION = 5000;
const LONGEST_LINE = 1000;
/** Where YAML folds a text. */
const FOLD = 100;

/** What of a text is known only when its body is converted, or from other tables. */
export interface TextParts {
  /** Without front matter. */
  body: string;
  /** The beginning of its running text. */
  excerpt: string;
  aliases: readonly string[];
  /** The lead picture as its front matter names it. */
  image?: { src: string; alt?: string; caption?: string; credit?: string };
}

/** The file of an article or a standing page. */
export function textFile(planned: PlannedText, plan: ImportPlan, parts: TextParts): string {
  const front =
    planned.kind === "page" ? pageFront(planned, parts) : articleFront(planned, plan, parts);
  const yaml = stringify(front, { lineWidth: FOLD, blockQuote: "folded" });
  const { body } = parts;
  if (body.trim() === "") return `---\n${yaml}---\n`;
  // Blank lines at its ends stay as they are.
  const [above, below] = [/^\r?\n/.test(body) ? "" : "\n", body.endsWith("\n") ? "" : "\n"];
  return `---\n${yaml}---\n${above}${body}${below}`;
}

function pageFront({ text }: PlannedText, { excerpt }: TextParts): Record<string, unknown> {
  const description = text.seo?.description ?? text.excerpt ?? excerpt;
  return {
    title: lineOf(text.title) || lineOf(text.slug) || "Untitled",
    ...(description.trim() === "" ? {} : { description: described(description) }),
  };
}

function articleFront(
  planned: PlannedText,
  { terms, authors, site }: ImportPlan,
  { excerpt, aliases, image }: TextParts,
): Record<string, unknown> {
  const { text, date = "" } = planned;
  const { category, tags, story } = terms.ofText(text);
  const writers = authors.ofText(text);
  const title = lineOf(text.title) || lineOf(excerpt) || lineOf(text.slug) || "Untitled";
  const description = [text.excerpt, text.seo?.description, excerpt, title].find(
    (one) => one !== undefined && one.trim() !== "",
  );
  const seo = seoOf(text.seo, title, description ?? "");
  return {
    title,
    description: described(description ?? title),
    category,
    author: writers.length === 1 ? writers[0] : writers,
    date,
    ...changedLater(date, text.modified, site.timezone),
    ...(tags.length === 0 ? {} : { tags: tags.map(lineOf) }),
    ...(image === undefined
      ? {}
      : {
          image: {
            src: image.src,
            alt: described(image.alt ?? "") || MISSING_ALT,
            ...(image.caption ? { caption: described(image.caption) } : {}),
            ...(image.credit ? { credit: lineOf(image.credit) } : {}),
          },
        }),
    ...(story === undefined ? {} : { story }),
    ...(text.isPinned === true ? { pin: true } : {}),
    ...(text.state === "draft" ? { draft: true } : {}),
    ...(text.language === undefined || text.language === site.language
      ? {}
      : { language: text.language }),
    ...(isWebAddress(text.canonical) ? { canonical: text.canonical } : {}),
    ...(seo === undefined ? {} : { seo }),
    ...(aliases.length === 0 ? {} : { aliases: aliases.slice(0, 100) }),
    ...(planned.feedId === undefined ? {} : { feedId: lineOf(planned.feedId) }),
  };
}

/** `updated`, where it was changed on a later day than that of its publication: what is earlier was writing. */
function changedLater(
  date: string,
  modified: string | undefined,
  timezone: string,
): { updated?: string } {
  const [first, last] = [date, modified ?? ""].map((one) => parseDate(one, timezone));
  return first !== undefined && last !== undefined && last.day > first.day && modified
    ? { updated: modified }
    : {};
}

function seoOf(
  seo: PlannedText["text"]["seo"],
  title: string,
  description: string,
): Record<string, string> | undefined {
  const own = Object.entries({
    title: lineOf(seo?.title ?? ""),
    description: described(seo?.description ?? ""),
  })
    .filter(([, value]) => value !== "")
    .filter(([key, value]) => value !== (key === "title" ? title : described(description)));
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

function lineOf(text: string): string {
  return shortLine(text, LONGEST_LINE);
}

function described(text: string): string {
  return shortLine(text, LONGEST_DESCRIPTION);
}
