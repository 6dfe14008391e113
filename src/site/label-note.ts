import type { Article } from "../domain/article.ts";
import type { Messages } from "../i18n/messages.ts";

/** The sentence below the label of a piece that readers might take for a report; `undefined` below any other. */
export function labelNote(
  { kind, sponsor, authors }: Pick<Article, "kind" | "sponsor" | "authors">,
  { article: words }: Pick<Messages, "article">,
): string | undefined {
  switch (kind) {
    case "sponsored":
      return words.paidFor(sponsor);
    case "opinion":
      return words.views(authors.length);
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
  const label = kind === "sponsored" ? kinds[kind] : undefined;
  return label === undefined ? title : words.labelled(label, title);
}
