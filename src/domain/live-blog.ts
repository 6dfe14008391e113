import type { Article } from "./article.ts";

/** Whether an article is a live blog with updates, so that it has a feed of them. */
export function hasUpdatesFeed({
  kind,
  code,
  facts,
}: Pick<Article, "kind" | "code" | "facts">): boolean {
  return kind === "live" && !code && facts.updates !== undefined;
}
