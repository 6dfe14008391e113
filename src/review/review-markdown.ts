import type { ReviewedArticle } from "./reviewed-articles.ts";
import { isAlarming } from "./changed-addresses.ts";
import { fitSections } from "./fit-sections.ts";
import type { Section } from "./fit-sections.ts";
import { inertCode, inertMessage, inertText } from "../report/inert-text.ts";
import type { Problem, Review } from "./review.ts";
import {
  addressText,
  counted,
  elsewhereText,
  growth,
  heldElsewhereText,
  HELD_WORDS,
  severities,
  summaryOf,
  WITHHELD,
  wordCount,
} from "./review-words.ts";

/**
 * Most characters of a comment. GitHub takes 65,536; a workflow adds to it what it is found by again, and signs that
 * keep a stranger's text from being more than text.
 */
const MOST_CHARACTERS = 60_000;

/**
 * A review as a comment on GitHub or GitLab, in at most `most` characters (UTF-16 units); of a longer one it says what is
 * left out. No text of an author is more than text in it: no link, no markup, and nobody is notified.
 */
export function reviewMarkdown(review: Review, most = MOST_CHARACTERS): string {
  const { base, notes, addresses, words, articles, held, problems } = review;
  const alarms = addresses.filter(isAlarming).length;
  const head = [
    `## Review${review.publication === undefined ? "" : ` of ${inertText(review.publication)}`}`,
    summaryOf(review, alarms),
    `Compared with ${inertCode(base.name)} (${base.commit.slice(0, 10)}).`,
    ...notes.map((note) => `> ${inertMessage(note)}`),
  ];
  const heldFoot = heldElsewhereText(review);
  const sections: Section[] = [
    {
      head: ["### Problems", table("", "Where", "Problem")],
      empty: ["### Problems", "None in changed files."],
      rows: [...problems.changed, ...problems.caused].map(problemRow),
      foot: [elsewhereText(review), ...(heldFoot === "" ? [] : [heldFoot])],
      share: 0.35,
      noun: "problem",
    },
    {
      head: ["### Not public", table("Text", "", "Words", "Problems")],
      rows: held.map(({ file, why, words: count, problems: found }) =>
        row(inertCode(file), HELD_WORDS[why], wordCount(count), severities(found) || "none"),
      ),
      share: 0.15,
      noun: "text",
    },
    {
      head: ["### Addresses", table("", "Address", "What becomes of it")],
      rows: addresses.map((change) => {
        const { text, to } = addressText(change);
        return row(
          isAlarming(change) ? "⚠️" : "",
          inertCode(change.path),
          to === undefined ? text : `${text} ${inertCode(to)}`,
        );
      }),
      share: 0.2,
      noun: "address",
    },
    {
      head: ["### Words", table("Text", "Before", "After", "")],
      rows:
        words.texts.length === 0
          ? []
          : [
              row(
                "**Whole publication**",
                wordCount(words.total.before),
                wordCount(words.total.after),
                growth(words.total),
              ),
              ...words.texts.map((change) =>
                row(
                  inertCode(change.file),
                  wordCount(change.before),
                  wordCount(change.after),
                  growth(change),
                ),
              ),
            ],
      share: 0.15,
      noun: "text",
    },
    { head: ["### Articles"], rows: articles.map(articleBlock), share: 1, noun: "article" },
  ];
  return fitSections(head, sections, most, leftOut);
}

/** What the eye finds before it reads. */
const SIGNS = { error: "❌", warning: "⚠️", hint: "💡" } as const;

function problemRow({ severity, code, file, line, column, isNew, told }: Problem): string {
  const what =
    told === undefined
      ? WITHHELD
      : `${inertMessage(told.message)} → ${inertMessage(told.fix.replace(/\n/g, " "))}`;
  return row(
    `${SIGNS[severity]} ${severity}${isNew ? ", new" : ""}`,
    inertCode(`${file}:${line}:${column}`),
    `${what} (${inertCode(code)})`,
  );
}

/** Stands for what the row of the front page says. */
const SAME = "*same*";

/** An article with its cards, a block of its own. */
function articleBlock({
  file,
  url,
  isNew,
  unpublished,
  front,
  feed,
  search,
  share,
  engines,
}: ReviewedArticle): string {
  const listed = ({ category, label, byline, date }: typeof search, kicker?: string): string =>
    dotted([category, label, kicker, byline.join(", "), date]);
  // Most are alike, and a difference is what a reader looks for.
  const title = (shown: string): string => (shown === front.title ? SAME : inertText(shown));
  const text = (shown: string): string => (shown === front.text ? SAME : inertText(shown));
  return [
    "",
    `#### ${inertText(front.title)}`,
    "",
    `${inertCode(file)}, ${isNew ? "new" : "changed"}${unpublished === undefined ? "" : `, ${unpublished}`}: ${inertCode(url)}`,
    "",
    table("", "Title", "Text", "Beside it"),
    row(
      "Front page",
      inertText(front.title),
      inertText(front.text),
      pictured(listed(front, front.kicker), front.image?.alt),
    ),
    row(
      "Feed",
      title(feed.title),
      text(feed.summary),
      dotted([
        feed.authors.join(", "),
        feed.categories.join(", "),
        feed.published,
        feed.updated === undefined ? undefined : `changed ${feed.updated}`,
      ]),
    ),
    row(
      "Search",
      title(search.title),
      text(search.text),
      pictured(listed(search), search.image?.alt),
    ),
    row(
      "Shared",
      title(share.title),
      text(share.description),
      pictured(inertText(share.site), share.image.alt),
    ),
    row("Web search", title(engines.title), text(engines.description), ""),
  ].join("\n");
}

function dotted(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== "")
    .map((part) => inertText(part ?? ""))
    .join(" · ");
}

function pictured(text: string, alt: string | undefined): string {
  if (alt === undefined) return text;
  return `${text} · picture: ${alt === "" ? "no description" : inertText(alt)}`;
}

function table(...heads: string[]): string {
  return `${row(...heads)}\n${row(...heads.map(() => "---"))}`;
}

function row(...cells: string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** What is said of what a comment has no room for. */
function leftOut(count: number, noun: string): string {
  return `*${counted(count, noun)} more, for which this comment has no room; the page of the review has ${count === 1 ? "it" : "them"}.*`;
}
