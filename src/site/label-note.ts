import type { Article } from "../domain/article.ts";
import { filled } from "../i18n/filled.ts";
import type { Messages } from "../i18n/messages.ts";
import { counted } from "../i18n/plural.ts";

/**
 * The sentence below the label of a piece that readers might take for a report; `undefined` below any other. `language`
 * is that of the messages.
 */
export function labelNote(
  { kind, sponsor, authors }: Pick<Article, "kind" | "sponsor" | "authors">,
  { article: words }: Pick<Messages, "article">,
  language: string,
): string | undefined {
  switch (kind) {
    case "sponsored":
      return sponsor === undefined ? words.paid : filled(words.paidFor, { sponsor });
    case "opinion":
      return counted(words.views, authors.length, language);
    case "analysis":
      return words.reading;
    default:
      return undefined;
  }
}

/** A headline as it is shared where no label stands beside it: a sponsored piece says so itself. */
export function sharedTitle(
  { kind, title }: Pick<Article, "kind" | "title">,
  { kinds, article: words }: Pick<Messages, "kinds" | "article">,
): string {
  return kind === "sponsored"
    ? filled(words.labelled, { label: kinds[kind], headline: title })
    : title;
}
