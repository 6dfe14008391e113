import type { Article } from "./article.ts";

/** Whether an article is a live blog with updates, so that it has a feed of them. */
export function hasUpdatesFeed({
  kind,
  code,
  metadata,
}: Pick<Article, "kind" | "code" | "metadata">): boolean {
  return kind === "live" && !code && metadata.updates !== undefined;
}
