import { parseDate } from "../../domain/dates.ts";
import type { ArchiveText } from "../archive.ts";
import type { PlacedText } from "./generator.ts";
import { isTrue, pick, textOf, textsOf, valuesOf } from "./values.ts";
import type { Values } from "./values.ts";
import { readDate } from "./written-date.ts";
import type { DateZones } from "./written-date.ts";

/** Keys of the last change. */
const MODIFIED = [
  "lastmod",
  "last_modified_at",
  "updated",
  "updatedDate",
  "updatedAt",
  "modified",
  "modDatetime",
  "date_updated",
  "last_update",
];

const EXPIRY = ["expiryDate", "expires", "unpublishDate", "unpublished_at"];

/** What front matter says of a text besides its people, terms, files and addresses; with faults of its dates, by key. */
export interface TextMeaning {
  fields: Partial<ArchiveText>;
  faults: { key: string; what: string }[];
}

/** Reads the keys of front matter by their meaning. `now` decides what has expired. */
export function textMeaning(
  values: Values,
  placed: PlacedText,
  { zones, now }: { zones: DateZones; now: number },
): TextMeaning {
  const faults: TextMeaning["faults"] = [];
  const date = (written: string | undefined, key: string): string | undefined => {
    if (written === undefined) return undefined;
    const read = readDate(written, zones);
    if ("date" in read) return read.date;
    faults.push({ key, what: read.fault });
    return undefined;
  };
  const published = date(placed.date, keyOf(values, placed.date) ?? "date");
  const change = MODIFIED.find((key) => textOf(values, key) !== undefined);
  const modified =
    change === undefined
      ? date(textOf(valuesOf(values, "last_update"), "date"), "last_update")
      : date(textOf(values, change), change);
  const expiry = EXPIRY.find((key) => textOf(values, key) !== undefined);
  const expires = expiry === undefined ? undefined : date(textOf(values, expiry), expiry);
  const seo = valuesOf(values, "seo");
  const seoTitle =
    textOf(seo, "title") ?? textOf(values, "seo_title", "meta_title", "seoTitle", "metaTitle");
  const seoDescription =
    textOf(seo, "description") ??
    textOf(values, "seo_description", "meta_description", "metaDescription");
  const isExpired = expires !== undefined && (parseDate(expires, "UTC")?.instant ?? now) < now;
  const why = isExpired
    ? `it expired on ${expires.slice(0, 10)}`
    : placed.draft === true
      ? undefined
      : placed.draft;
  const isDraft = isExpired || placed.draft !== undefined || isTrue(values["draft"]);
  const language =
    placed.language ?? textOf(values, "lang", "language", "locale")?.replace("_", "-");
  return {
    fields: {
      state: isDraft ? "draft" : "public",
      ...pick("why", why),
      ...pick("date", published),
      ...pick("modified", isLater(modified, published) ? modified : undefined),
      ...pick(
        "excerpt",
        textOf(values, "description", "summary", "excerpt", "subtitle", "lead", "abstract"),
      ),
      ...(isPinned(values) ? { isPinned: true } : {}),
      ...(seoTitle === undefined && seoDescription === undefined
        ? {}
        : { seo: { ...pick("title", seoTitle), ...pick("description", seoDescription) } }),
      ...pick("feedId", textOf(values, "guid") ?? identity(textOf(values, "id"))),
      ...pick("language", language),
      ...pick(
        "canonical",
        webAddress(textOf(values, "canonical", "canonical_url", "canonicalUrl", "canonicalURL")),
      ),
    },
    faults,
  };
}

/** Old addresses that front matter lists. */
export function listedAddresses(values: Values): string[] {
  return [...textsOf(values["redirect_from"]), ...textsOf(values["aliases"])];
}

function keyOf(values: Values, date: string | undefined): string | undefined {
  return Object.keys(values).find((key) => values[key] === date);
}

function isPinned(values: Values): boolean {
  return ["sticky", "pin", "pinned"].some((key) => isTrue(textOf(values, key)));
}

/** An `id` that is one for feeds, as against the name of a document. */
function identity(id: string | undefined): string | undefined {
  return id !== undefined && /^(?:https?:|urn:|tag:|[\da-f]{8}-[\da-f]{4}-)/i.test(id)
    ? id
    : undefined;
}

function webAddress(written: string | undefined): string | undefined {
  return written !== undefined && /^https?:\/\//.test(written) ? written : undefined;
}

function isLater(modified: string | undefined, published: string | undefined): boolean {
  if (modified === undefined || published === undefined) return modified !== undefined;
  const [a, b] = [parseDate(modified, "UTC"), parseDate(published, "UTC")];
  return a !== undefined && b !== undefined && a.instant > b.instant;
}
