import { parseDate } from "../domain/dates.ts";
import type { Instant } from "../domain/dates.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { articleSchema } from "../loader/schemas/article-schema.ts";
import { splitFrontMatter } from "../loader/yaml/front-matter.ts";
import { knownKeys } from "../loader/yaml/schema-shape.ts";

/** What else is known of a text with errors. */
interface KnownOfText {
  /** The text as readers had it at the base; undefined where they had none. */
  before: string | undefined;
  now: Instant;
  /** IANA name. */
  timezone: string;
}

/**
 * Whether an article whose front matter has errors may be quoted: readers had it at the base, no line of its front matter
 * that has come since can mean that it is held back, and it names no moment to come, which a part of it could wait for.
 * In doubt it may not.
 */
export function isPublicAsWritten(text: string, { before, now, timezone }: KnownOfText): boolean {
  if (before === undefined || hasUnreadTime(text) || namesLaterDay(text, now, timezone))
    return false;
  const front = splitFrontMatter(text, "").yaml;
  if (front === undefined) return false;
  const earlier = linesOf(splitFrontMatter(before, "").yaml ?? "");
  const keys = knownKeys(articleSchema(timezone, "mdx"), []);
  const known = new Set([...keys, ...earlier.flatMap((line) => keyOf(line)?.key ?? [])]);
  return linesOf(front).every((line) => earlier.includes(line) || isHarmless(line, known));
}

/** Whether a part may be dated that is not, or not as dates are written. */
export function hasUnreadTime(text: string): boolean {
  return /\btime\s*=\s*(?!["']\d{4}-\d{2}-\d{2})/i.test(text);
}

const DAY_MS = 86_400_000;

/** Whatever looks like a day or a moment, in front matter or in a text. */
const DAY = /\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}[\d:.]*(?:[Zz]|[+-]\d{2}:?\d{2})?)?/g;

function namesLaterDay(text: string, now: Instant, timezone: string): boolean {
  const yesterday = new Date(now - DAY_MS).toISOString().slice(0, 10);
  return [...text.matchAll(DAY)].some(([written]) => {
    const moment = parseDate(written, timezone);
    return moment === undefined ? written.slice(0, 10) > yesterday : moment.instant > now;
  });
}

/** Words for what is not for readers yet. */
const HELD = /draft|embargo|publi|schedul|unlisted|hidden|private|visib/i;

/** Keys whose values are days, or hold some. */
const DATED = new Set(["date", "updated", "corrections"]);

/** Whether a line of front matter, as it is written, cannot tell that its text is held back. */
function isHarmless(line: string, known: ReadonlySet<string>): boolean {
  if (HELD.test(line)) return false;
  const found = keyOf(line);
  // Other ways to write keys are not read here.
  if (found === undefined) return !/^(?:- +)?(?:[{?&*!]|<<)/.test(line);
  const meant = nearestName(found.key, known);
  if (meant === undefined || meant === "draft") return false;
  // One that is written in another way may be any day.
  return !DATED.has(meant) || /^["']?\d{4}-\d{2}-\d{2}["']?$/.test(found.value);
}

/** A key at the beginning of a line, also of one in a list, and what follows it. */
function keyOf(line: string): { key: string; value: string } | undefined {
  const written = line.startsWith("- ") ? line.slice(2).trimStart() : line;
  const [head = "", key] = /^["']?([^\s"':#[\]{},]+)["']?/.exec(written) ?? [];
  const rest = written.slice(head.length).trimStart();
  const isKey = key !== undefined && /^:(?: |$)/.test(rest);
  return isKey ? { key, value: rest.slice(1).trimStart() } : undefined;
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim());
}
