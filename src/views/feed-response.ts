import { FEED_TYPES } from "../domain/feed-files.ts";
import type { FeedView } from "./feed-views.ts";
import { currentPlan } from "./handoff.ts";
import { printFeed } from "./print-feed.ts";

/** The answer of a feed's route. */
export async function feedResponse(view: FeedView): Promise<Response> {
  return new Response(await printFeed(view, currentPlan().texts), {
    headers: { "content-type": FEED_TYPES[view.format] },
  });
}
