import type { APIRoute } from "astro";
import type { FeedView } from "../../../views/feed-views.ts";
import { staticPaths } from "../../../views/handoff.ts";
import { feedResponse } from "../../../views/feed-response.ts";

export const getStaticPaths = () => staticPaths("tagFeed");

/** The feed of a topic. */
export const GET: APIRoute<{ view: FeedView }> = ({ props }) => feedResponse(props.view);
