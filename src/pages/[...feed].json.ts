import type { APIRoute } from "astro";
import { feedResponse } from "../views/feed-response.ts";
import type { FeedView } from "../views/feed-views.ts";
import { staticPaths } from "../views/render-context.ts";

export const getStaticPaths = () => staticPaths("jsonFeed");

/** The feeds in JSON. */
export const GET: APIRoute<{ view: FeedView }> = ({ props }) => feedResponse(props.view);
