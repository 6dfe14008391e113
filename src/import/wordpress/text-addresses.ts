import { decoded } from "../../domain/decoded.ts";
import { urlOf } from "../web-address.ts";

/** What an item says of its addresses. */
export interface AddressFields {
  link: string;
  id: string;
  slug: string;
  isPage: boolean;
  /** Earlier slugs and days (`2013-01-31`). */
  oldSlugs: readonly string[];
  oldDates: readonly string[];
  date: string | undefined;
}

/**
 * Addresses at which a text was public, the last one first: its permalink, the same with earlier slugs and days, and the
 * one with its number. `root` ends with a slash.
 */
export function textAddresses(fields: AddressFields, root: string): string[] {
  const { link, id, slug, isPage, oldSlugs, oldDates, date } = fields;
  const url = urlOf(link, root);
  const found = url === undefined || link === "" ? [] : [url.href];
  if (url !== undefined && url.search === "") {
    for (const old of oldSlugs) found.push(...withSlug(url, slug, old));
    for (const old of oldDates) found.push(...withDay(url, date, old));
  }
  if (id !== "") found.push(`${root}?${isPage ? "page_id" : "p"}=${encodeURIComponent(id)}`);
  return [...new Set(found)];
}

function withSlug(url: URL, slug: string, old: string): string[] {
  const parts = url.pathname.split("/");
  const at = parts.findLastIndex((part) => decoded(part) === decoded(slug) && part !== "");
  const plain = decoded(old);
  if (at < 0 || plain === "" || plain === decoded(slug)) return [];
  return [new URL(parts.with(at, encodeURIComponent(plain)).join("/"), url).href];
}

/** The same for a permalink with the day or the month in it. */
function withDay(url: URL, date: string | undefined, old: string): string[] {
  const written = date?.slice(0, 10).replaceAll("-", "/") ?? "";
  const earlier = /^\d{4}-\d{2}-\d{2}$/.test(old) ? old.replaceAll("-", "/") : "";
  if (written === "" || earlier === "") return [];
  for (const length of [10, 7]) {
    const part = `/${written.slice(0, length)}/`;
    if (url.pathname.includes(part))
      return [new URL(url.pathname.replace(part, `/${earlier.slice(0, length)}/`), url).href];
  }
  return [];
}
