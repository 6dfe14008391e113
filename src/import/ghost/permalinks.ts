import { dayOf } from "../../domain/dates.ts";

/** What addresses of posts are made of. */
export interface PermalinkParts {
  id: string;
  slug: string;
  /** An instant; absent of what was never published. */
  date?: string | undefined;
  /** Slug of the first tag, if that is public. */
  primaryTag?: string | undefined;
  primaryAuthor?: string | undefined;
}

/** What stands in addresses for a tag or an author that a post does not have. */
const NONE = "all";

/**
 * The path that Ghost makes of a pattern such as `/{year}/{slug}/`, or `/:year/:slug/` as older versions write it, with
 * days as they are in `timezone`. Undefined where a post has no value for one of its parts.
 */
export function permalink(
  pattern: string,
  parts: PermalinkParts,
  timezone: string,
): string | undefined {
  const { date } = parts;
  // Days take long to tell, and most addresses have none.
  const isDated = date !== undefined && /year|month|day/.test(pattern);
  const day = isDated ? dayOf(Date.parse(date), timezone) : undefined;
  const [year, month, dayOfMonth] = day?.split("-") ?? [];
  const values: Readonly<Record<string, string | undefined>> = {
    id: parts.id,
    slug: parts.slug,
    year,
    month,
    day: dayOfMonth,
    primary_tag: parts.primaryTag ?? NONE,
    primary_author: parts.primaryAuthor ?? NONE,
    author: parts.primaryAuthor ?? NONE,
  };
  let isWhole = true;
  const path = pattern.replace(/\{(\w+)\}|:(\w+)/g, (_, inBraces?: string, bare?: string) => {
    const value = values[inBraces ?? bare ?? ""];
    if (value === undefined || value === "") isWhole = false;
    return encodeURIComponent(value ?? "");
  });
  return isWhole ? `/${path}/`.replace(/\/{2,}/g, "/") : undefined;
}
