import type { Messages } from "../i18n/messages.ts";

/** What stands for the kind of a live blog that is over, where a kind is all that is said of it. */
export const ENDED_KIND = "live-ended";

/** What is said of an article's kind: nothing of plain news, and of a live blog that is over that it is. */
export function kindLabel(
  { kind, ended }: { kind: string; ended?: unknown },
  words: Pick<Messages, "kinds" | "live">,
): string | undefined {
  return ended === undefined ? words.kinds[kind] : words.live.ended;
}

/**
 * The classes of that label. A live blog that is over does not look like one that goes on. Programs that take an article
 * out of its page drop what is called sponsored, and with it the word.
 */
export function labelClass({ kind, ended }: { kind: string; ended?: unknown }): string {
  const name = ended === undefined ? kind : ENDED_KIND;
  return `label label-${name === "sponsored" ? "paid" : name}`;
}
