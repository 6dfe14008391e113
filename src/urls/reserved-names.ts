import { FEED_FILES } from "../domain/feed-formats.ts";
import { ROUTE_NAMES, routeOf } from "./route-lookup.ts";

/** First parts of paths that no route has, and that a bundle holds, a host wants, or a later version may need. */
const BESIDE_ROUTES = [
  "404",
  "admin",
  "comments",
  "index",
  "index.html",
  "media",
  "offline",
  "pagefind",
  "posts",
  "public",
  "robots.txt",
  "saved",
  "stet-headers.json",
  "stet-journal.json",
  "stet-manifest.jsonl",
  "_astro",
];

const RESERVED_NAMES: ReadonlySet<string> = new Set([
  ...BESIDE_ROUTES,
  ...Object.values(FEED_FILES),
  ...ROUTE_NAMES.map((name) => routeOf(name).path.split("/")[1] ?? "").filter(
    (first) => first !== "" && !first.includes("["),
  ),
]);

/** Whether a category or a standing page called so would hide a page of another route; years are pages of the archive. */
export function isReservedName(name: string): boolean {
  return RESERVED_NAMES.has(name) || /^\d{4}$/.test(name);
}
