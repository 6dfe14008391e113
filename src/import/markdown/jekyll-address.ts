import { jekyllSlug } from "./jekyll-slug.ts";

/** What the parts of a permalink of Jekyll are made from. */
export interface JekyllParts {
  collection: string;
  /** The file's name without its ending. */
  basename: string;
  /** `slug` of the front matter, or the name. */
  slug: string;
  /** The path in its collection without the ending, with a leading slash. */
  path: string;
  categories: readonly string[];
  /** A local time, `2026-03-31T09:30:00`. */
  date: string;
}

/** Permalinks that Jekyll has names for. */
const STYLES: Readonly<Record<string, string>> = {
  pretty: "/:categories/:year/:month/:day/:title/",
  simple: "/:categories/:title/",
  none: "/:categories/:title:output_ext",
  date: "/:categories/:year/:month/:day/:title:output_ext",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
};

/** The template of posts for the `permalink` of a configuration. */
export function postTemplate(style: string): string {
  return STYLES[style.replace(/^:/, "")] ?? style;
}

/** A template of pages and collections with the ending that a style asks for. */
export function withEnding(template: string, style: string): string {
  const name = style.replace(/^:/, "");
  if (name === "pretty") return `${template}/`;
  if (name === "date" || name === "ordinal" || name === "none") return `${template}:output_ext`;
  if (style.endsWith("/")) return `${template}/`;
  return style.endsWith(":output_ext") ? `${template}:output_ext` : template;
}

/**
 * The address of a text of Jekyll, not encoded; undefined where its template has a part that Jekyll does not know. An
 * address without an ending is that of a file with one, so it has none.
 */
export function jekyllAddress(template: string, parts: JekyllParts): string | undefined {
  let isUnknown = false;
  const filled = template.replace(/:([a-z_]+)/g, (written, name: string) => {
    const whole = partOf(name, parts);
    if (whole !== undefined) return whole;
    // A part may have an underscore behind it.
    const part = name.endsWith("_") ? partOf(name.slice(0, -1), parts) : undefined;
    if (part !== undefined) return `${part}_`;
    isUnknown = true;
    return written;
  });
  return isUnknown ? undefined : cleanAddress(filled);
}

/** An address as Jekyll cleans it. */
export function cleanAddress(address: string): string {
  return `/${address}`
    .replaceAll("..", "/")
    .replaceAll("./", "")
    .replace(/\/{2,}/g, "/");
}

const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

function partOf(name: string, parts: JekyllParts): string | undefined {
  const time = new Date(`${parts.date}Z`);
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
  const pad = (number: number, length = 2): string => String(number).padStart(length, "0");
  const week = isoWeek(time);
  const values: Record<string, () => string> = {
    collection: () => parts.collection,
    output_ext: () => ".html",
    path: () => parts.path,
    name: () => jekyllSlug(parts.basename),
    title: () => jekyllSlug(parts.slug, "pretty", true),
    slug: () => jekyllSlug(parts.slug),
    categories: () => [...new Set(parts.categories.map((one) => one.toLowerCase()))].join("/"),
    slugified_categories: () =>
      [...new Set(parts.categories.map((one) => jekyllSlug(one)))].join("/"),
    year: () => pad(year, 4),
    month: () => pad(month + 1),
    day: () => pad(day),
    hour: () => pad(time.getUTCHours()),
    minute: () => pad(time.getUTCMinutes()),
    second: () => pad(time.getUTCSeconds()),
    i_day: () => String(day),
    i_month: () => String(month + 1),
    short_month: () => (MONTHS[month] ?? "").slice(0, 3),
    long_month: () => MONTHS[month] ?? "",
    short_year: () => pad(year % 100),
    w_year: () => String(week.year),
    week: () => pad(week.week),
    w_day: () => String(time.getUTCDay() || 7),
    short_day: () => (DAYS[time.getUTCDay()] ?? "").slice(0, 3),
    long_day: () => DAYS[time.getUTCDay()] ?? "",
    y_day: () => pad(dayOfYear(time), 3),
  };
  return Object.hasOwn(values, name) ? values[name]?.() : undefined;
}

const DAY_MS = 86_400_000;

/** The day of the year, from 1. */
export function dayOfYear(time: Date): number {
  return Math.floor((time.getTime() - Date.UTC(time.getUTCFullYear(), 0, 1)) / DAY_MS) + 1;
}

/** The week of ISO 8601, which belongs to the year of its Thursday. */
function isoWeek(time: Date): { year: number; week: number } {
  const thursday = new Date(time.getTime() + (4 - (time.getUTCDay() || 7)) * DAY_MS);
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
}
