import type { Words } from "./press-words.ts";

/** What is said of an article's kind: nothing of plain news, and of a live blog that is over that it is. */
export function kindLabel(
  { kind, ended }: { kind: string; ended?: unknown },
  words: Pick<Words, "kinds" | "live">,
): string | undefined {
  return ended === undefined ? words.kinds[kind] : words.live.ended;
}
