import { opmlOf } from "../feeds/opml.ts";
import { fixedProps } from "../views/render-context.ts";

/** All feeds, for programs that take them in at once. */
export const GET = (): Response => {
  const { title, groups } = fixedProps("opml").view;
  return new Response(opmlOf(title, groups), { headers: { "content-type": "text/x-opml" } });
};
