import type { Tally } from "../tally.ts";
import { numberIn, textIn } from "./row.ts";
import type { Row } from "./row.ts";

/** Rows of a table that joins posts with tags or authors, by the number of the post. */
export class Relations {
  readonly #table: string;
  readonly #column: string;
  readonly #byPost = new Map<string, { to: string; order: number }[]>();

  /** `column` has the number of the tag or author. */
  constructor(table: string, column: string) {
    this.#table = table;
    this.#column = column;
  }

  add(row: Row): void {
    const post = textIn(row, "post_id");
    const list = this.#byPost.get(post) ?? [];
    list.push({ to: textIn(row, this.#column), order: numberIn(row, "sort_order") });
    this.#byPost.set(post, list);
  }

  /** What a post is joined with, in order, each once. */
  of(post: string): string[] {
    const sorted = (this.#byPost.get(post) ?? []).toSorted((a, b) => a.order - b.order);
    return [...new Set(sorted.map(({ to }) => to))];
  }

  /** Accounts for all rows. `why` says of one that becomes nothing why that is. */
  tell(tally: Tally, why: (post: string, to: string) => string | undefined): void {
    for (const [post, list] of this.#byPost) {
      const seen = new Set<string>();
      for (const { to } of list) {
        const reason = seen.has(to) ? "is in the archive twice" : why(post, to);
        seen.add(to);
        if (reason === undefined) tally.use(this.#table);
        else tally.leave(this.#table, reason, reason);
      }
    }
  }
}
