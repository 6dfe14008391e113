import { fixedProps } from "../views/handoff.ts";
import { feedResponse } from "../views/feed-response.ts";

/** The feed of the whole publication. */
export const GET = (): Promise<Response> => feedResponse(fixedProps("feed").view);
