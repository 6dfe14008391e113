import { decoded } from "../../domain/decoded.ts";
import type { ArchiveText } from "../archive.ts";
import type { AuthorList } from "./author-list.ts";
import { plainText } from "../html-text.ts";
import { draftReason } from "./item-types.ts";
import { postDate } from "./post-dates.ts";
import { seoOf } from "./seo-fields.ts";
import type { TermList } from "./term-list.ts";
import { textAddresses } from "./text-addresses.ts";
import { urlOf } from "../web-address.ts";
import { rawTextIn, textIn } from "./wxr-element.ts";
import type { WxrElement } from "./wxr-element.ts";

/** What a text is made with. */
export interface TextContext {
  file: string;
  /** Address of the site, with a slash at its end. */
  root: string;
  timezone: string | undefined;
  terms: TermList;
  authors: AuthorList;
}

/** The text of a post or a page, without its body. Its picture is a key that may name no file. */
export function itemText(
  item: WxrElement,
  key: string,
  kind: ArchiveText["kind"],
  meta: ReadonlyMap<string, string[]>,
  { file, root, timezone, terms, authors }: TextContext,
): ArchiveText {
  const notes: string[] = [];
  const field = (name: string): string => textIn(item, name);
  const status = field("wp:status");
  const draft = draftReason(status, kind);
  const hasPassword = rawTextIn(item, "wp:post_password") !== "";
  const why = draft?.why ?? (draft === undefined && hasPassword ? "has a password" : undefined);
  const state = draft === undefined && !hasPassword ? "public" : "draft";
  const written = { local: field("wp:post_date"), gmt: field("wp:post_date_gmt") };
  const date = postDate({ ...written, rss: field("pubDate") }, timezone);
  const changed = postDate(
    { local: field("wp:post_modified"), gmt: field("wp:post_modified_gmt") },
    timezone,
  );
  const modified = changed ?? instantIn(item);
  if (date === undefined && state === "public")
    notes.push("The export has no date for it: give it one.");
  const slug = decoded(field("wp:post_name"));
  const named = namesOf(item, terms, authors, notes);
  const image = meta.get("_thumbnail_id")?.[0]?.trim() ?? "";
  const wasShown = state === "public" || hasPassword || status === "private";
  return {
    key,
    origin: { file, line: item.line },
    kind,
    title: titleOf(item, slug, key, notes),
    slug,
    state,
    why,
    date,
    modified: isLater(modified, date) ? modified : undefined,
    authors: named.authors,
    terms: primaryFirst(named.terms, meta, terms),
    excerpt: plainText(rawTextIn(item, "excerpt:encoded")) || undefined,
    image: /^[1-9]\d*$/.test(image) ? { file: image } : undefined,
    isPinned: field("wp:is_sticky") === "1" || undefined,
    ...seoOf(meta, urlOf(root)?.hostname),
    addresses: !wasShown
      ? []
      : textAddresses(
          {
            link: field("link"),
            id: field("wp:post_id"),
            slug,
            isPage: kind === "page",
            oldSlugs: (meta.get("_wp_old_slug") ?? []).map((old) => old.trim()),
            oldDates: (meta.get("_wp_old_date") ?? []).map((old) => old.trim()),
            date: written.local || date,
          },
          root,
        ),
    feedId: rawTextIn(item, "guid") || undefined,
    language: named.language,
    notes: notes.length === 0 ? undefined : notes,
  };
}

/** Longest beginning of a body that a title is looked for in. */
const BEGINNING = 4000;

function titleOf(item: WxrElement, slug: string, key: string, notes: string[]): string {
  const title = plainText(rawTextIn(item, "title"));
  if (title !== "") return title;
  const start = rawTextIn(item, "content:encoded").slice(0, BEGINNING);
  const words = plainText(start.replace(/\[\/?\w[^[\]]{0,200}\]/g, " ")).split(" ");
  const first = words.slice(0, 10).join(" ");
  const made = first === "" ? slug.replaceAll("-", " ") || `Untitled ${key}` : first;
  const shortened = made.length > 120 ? `${made.slice(0, 119)}…` : made;
  const isCut = first !== "" && words.length > 10 && made.length <= 120;
  notes.push("It had no title: the one it has now is made of its first words or its address.");
  return isCut ? `${shortened} …` : shortened;
}

/** Keys of the terms and authors that an item names, each once, and its language where a plugin says it. */
function namesOf(
  item: WxrElement,
  terms: TermList,
  authors: AuthorList,
  notes: string[],
): { terms: string[]; authors: string[]; language?: string } {
  const keys = new Set<string>();
  const writers = new Set<string>();
  const named = item.children.filter(({ name }) => name === "category");
  let language: string | undefined;
  for (const { attributes, text } of named) {
    const domain = attributes["domain"] ?? "category";
    const nicename = attributes["nicename"] ?? "";
    const name = text.trim();
    // Version 1.0 writes each one twice, once without its slug.
    if (nicename === "" && named.some((other) => hasSlug(other) && other.text === text)) continue;
    if (domain === "author") {
      const author = authors.coAuthor(nicename, name);
      if (author !== undefined) writers.add(author.key);
    } else if (domain === "post_format") {
      const format = nicename.replace(/^post-format-/, "");
      if (format !== "standard")
        notes.push(`Its post format was \`${format}\`, for which Stet has no look of its own.`);
    } else if (domain === "language") {
      language = /^[a-z]{2,3}(?:-[a-z\d]{2,8})?$/i.test(nicename) ? nicename : undefined;
    } else {
      const term = terms.named(domain, nicename, name);
      if (term !== undefined) keys.add(term.key);
    }
  }
  if (writers.size === 0) {
    const creator = authors.withLogin(textIn(item, "dc:creator"));
    if (creator !== undefined) writers.add(creator.key);
  }
  return { terms: [...keys], authors: [...writers], language };
}

function hasSlug({ attributes }: WxrElement): boolean {
  return (attributes["nicename"] ?? "") !== "";
}

/** The category that a plugin calls the primary one, before the others. */
function primaryFirst(
  keys: readonly string[],
  meta: ReadonlyMap<string, string[]>,
  terms: TermList,
): string[] {
  const ids = ["_yoast_wpseo_primary_category", "rank_math_primary_category"].map((name) =>
    meta.get(name)?.[0]?.trim(),
  );
  const primary = ids
    .filter((id) => id !== undefined)
    .map((id) => terms.withId("category", id)?.key)
    .find((key) => key !== undefined && keys.includes(key));
  return primary === undefined ? [...keys] : [primary, ...keys.filter((key) => key !== primary)];
}

/** The last change, as feeds that were edited into an export say it. */
function instantIn(item: WxrElement): string | undefined {
  const text = textIn(item, "dcterms:modified") || textIn(item, "atom:updated");
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : undefined;
}

function isLater(modified: string | undefined, date: string | undefined): boolean {
  if (modified === undefined) return false;
  return date === undefined || Date.parse(modified) > Date.parse(date);
}
