import { FEED_TYPES } from "../domain/feed-formats.ts";
import type { FeedView } from "./feed-views.ts";
import { getRoutePlan } from "./render-context.ts";
import { renderFeed } from "./render-feed.ts";

/** The answer of a feed's route. */
export async function feedResponse(view: FeedView): Promise<Response> {
  return new Response(await renderFeed(view, getRoutePlan().texts), {
    headers: { "content-type": FEED_TYPES[view.format] },
  });
}
