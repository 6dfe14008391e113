import { plainText } from "../html-text.ts";
import { instantIn } from "./row-date.ts";
import { isSet, textIn } from "./row.ts";
import type { Row } from "./row.ts";

/** Columns of posts that moved into a table of their own, `posts_meta`, in version 3. */
export const META_COLUMNS = [
  "meta_title",
  "meta_description",
  "feature_image_alt",
  "feature_image_caption",
] as const;

/** Columns about previews on networks, which become nothing. */
const PREVIEW_COLUMNS = [
  "og_title",
  "og_description",
  "og_image",
  "twitter_title",
  "twitter_description",
  "twitter_image",
];

/** What is kept in memory of a row of posts: everything but its body. */
export interface PostRecord {
  file: string;
  key: string;
  kind: "article" | "page";
  title: string;
  slug: string;
  uuid: string;
  status: string;
  visibility: string;
  date: string | undefined;
  created: string | undefined;
  modified: string | undefined;
  excerpt: string;
  image: string;
  canonical: string;
  language: string;
  template: string;
  hasCode: boolean;
  hasPreview: boolean;
  featured: boolean;
  /** The only author, as versions before 1.22 have it. */
  author: string;
  /** Whether the row was written by a version before 1, whose numbers count up. */
  isNumbered: boolean;
  meta: Partial<Record<(typeof META_COLUMNS)[number], string>>;
}

/** What is kept of a row. */
export function postRecord(row: Row, file: string): PostRecord {
  const id = textIn(row, "id");
  const type = textIn(row, "type");
  const slug = textIn(row, "slug");
  return {
    file,
    key: id || slug || textIn(row, "uuid"),
    kind: type === "page" || (type === "" && isSet(row, "page")) ? "page" : "article",
    title: plainTitle(textIn(row, "title")),
    slug,
    uuid: textIn(row, "uuid"),
    status: textIn(row, "status") || "draft",
    visibility: textIn(row, "visibility") || "public",
    date: instantIn(row, "published_at"),
    created: instantIn(row, "created_at"),
    modified: instantIn(row, "updated_at"),
    excerpt: plainText(textIn(row, "custom_excerpt")),
    image: textIn(row, "feature_image") || textIn(row, "image"),
    canonical: textIn(row, "canonical_url"),
    language: textIn(row, "locale") || textIn(row, "language"),
    template: textIn(row, "custom_template"),
    hasCode: ["codeinjection_head", "codeinjection_foot"].some((name) => textIn(row, name) !== ""),
    hasPreview: hasPreviewColumns(row),
    featured: isSet(row, "featured"),
    author: textIn(row, "author_id"),
    isNumbered: /^\d{1,10}$/.test(id),
    meta: metaIn(row),
  };
}

/**
 * Whether everybody could read a post, or will when its time comes. A page that is scheduled is not open: pages have no
 * date here, so it would be public at once.
 */
export function isOpen({ kind, status, visibility }: PostRecord): boolean {
  if (visibility !== "public") return false;
  return status === "published" || (status === "scheduled" && kind === "article");
}

/** What a row of posts, or of their meta table, says in columns of `META_COLUMNS`. */
export function metaIn(row: Row): PostRecord["meta"] {
  return Object.fromEntries(
    META_COLUMNS.flatMap((name) => {
      const value = textIn(row, name);
      return value === "" ? [] : [[name, value]];
    }),
  );
}

/** Whether a row says how a post looks on networks. */
export function hasPreviewColumns(row: Row): boolean {
  return PREVIEW_COLUMNS.some((name) => textIn(row, name) !== "");
}

/** Titles are plain text, in which older versions kept entities. */
function plainTitle(text: string): string {
  return (
    /&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text) ? plainText(text.replaceAll("<", "&lt;")) : text
  )
    .replace(/\s+/g, " ")
    .trim();
}
