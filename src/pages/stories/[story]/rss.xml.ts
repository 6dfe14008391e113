import type { APIRoute } from "astro";
import type { FeedView } from "../../../views/feed-views.ts";
import { staticPaths } from "../../../views/handoff.ts";
import { feedResponse } from "../../../views/feed-response.ts";

export const getStaticPaths = () => staticPaths("storyFeed");

/** The feed of a running story. */
export const GET: APIRoute<{ view: FeedView }> = ({ props }) => feedResponse(props.view);
