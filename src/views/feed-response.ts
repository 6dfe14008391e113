import type { FeedView } from "./feed-views.ts";
import { currentPlan } from "./handoff.ts";
import { printRss } from "./print-feed.ts";

/** The answer of a feed's route. */
export async function feedResponse(view: FeedView): Promise<Response> {
  return new Response(await printRss(view, currentPlan().content), {
    headers: { "content-type": "application/rss+xml" },
  });
}
