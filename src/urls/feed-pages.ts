import { FEED_FILES } from "../domain/feed-formats.ts";
import type { FeedFormat } from "../domain/feed-formats.ts";
import { pageOf, withoutEnding } from "./route-types.ts";
import type { ListedPage, RoutePage } from "./route-types.ts";

/** The feeds beside pages, in the forms wanted, as pages of a route `[...feed]` with an ending. */
export function feedPages(
  listed: readonly ListedPage[],
  isWanted: (format: FeedFormat) => boolean,
): RoutePage[] {
  return listed.flatMap(({ path, feeds }) =>
    feeds
      .filter(isWanted)
      .map((format) => pageOf({ feed: withoutEnding(path + FEED_FILES[format]) })),
  );
}
