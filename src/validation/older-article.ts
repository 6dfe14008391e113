import type { Article } from "../domain/article.ts";
import { compareText } from "../domain/order.ts";

/**
 * Orders articles by which had first what several want: by their dates; of one moment, the one with the shorter path, since
 * a copy is called after its original, `ferry-copy`; then by their files.
 */
export function olderFirst(a: Aged, b: Aged): number {
  return a.instant - b.instant || a.path.length - b.path.length || compareText(a.file, b.file);
}

type Aged = Pick<Article, "instant" | "path" | "file">;
