import { currentPlan } from "../views/handoff.ts";
import type { FeedView } from "../views/feed-views.ts";
import { printRss } from "../views/print-feed.ts";

/** The answer of a feed's route. */
export async function feedResponse(view: FeedView): Promise<Response> {
  return new Response(await printRss(view, currentPlan().content), {
    headers: { "content-type": "application/rss+xml" },
  });
}
