import { isoWithOffset, parseDate } from "../../domain/dates.ts";
import type { Instant } from "../../domain/dates.ts";
import { readDate } from "../../domain/meant-date.ts";
import type { QuotedPost } from "../../import/converted-body.ts";
import { cleanLine, cleanText } from "../../import/posts/clean-text.ts";
import type { FoundPost } from "../../import/posts/found-post.ts";
import { readPostAddress } from "../../import/posts/post-address.ts";
import { withoutEmail } from "../../import/web-address.ts";
import { schemeMended, whyNowhere } from "../../markdown/addresses.ts";
import { printable } from "../../report/terminal-text.ts";
import { isLanguage, LANGUAGE_RULE } from "../../site/site-schema.ts";
import { formatCount } from "../outcome.ts";

/** What the options of `stet keep` say of a post, as they were typed. */
export interface GivenPost {
  url?: string | undefined;
  text?: string | undefined;
  author?: string | undefined;
  handle?: string | undefined;
  network?: string | undefined;
  date?: string | undefined;
  language?: string | undefined;
}

/** The publication that keeps it, and when. */
export interface KeptIn {
  timezone: string;
  language: string;
  now: Instant;
}

/** A post as it is to be kept, but for its name and picture. */
export type PostToKeep = Omit<QuotedPost, "slug" | "picture"> & { date: string };

/** A post, or what is wrong with it; in both cases what an editor should know. */
export interface CompletedPost {
  /** Absent where there are faults. */
  post?: PostToKeep;
  /** The same for all addresses of the post; absent where none is given. */
  key?: string;
  faults: string[];
  notes: string[];
}

/** Most UTF-16 units of a text and of a line, as the schema of posts has them. */
const LONGEST = 5000;
const LONGEST_LINE = 1000;

/**
 * Puts together what a file says of a post and what options say, which override it. All that is missing or wrong is told
 * at once, each with the option to type.
 */
export function completedPost(
  given: GivenPost,
  found: FoundPost,
  { timezone, language, now }: KeptIn,
): CompletedPost {
  const faults: string[] = [];
  const removed = new Set<string>();
  const clean = (written: string | undefined, asLine: boolean): string => {
    const { text, removed: taken } = (asLine ? cleanLine : cleanText)(written ?? "");
    for (const name of taken) removed.add(name);
    return text;
  };
  // Some give their account the name of their mailbox.
  const foundLine = (option: keyof GivenPost & keyof FoundPost): string => {
    const text = clean(found[option], true);
    return option === "author" ? withoutEmail(text) : text;
  };
  const line = (option: keyof GivenPost & keyof FoundPost, otherwise = ""): string => {
    const own = clean(given[option], true);
    const text = own || foundLine(option) || otherwise;
    if (text.length > LONGEST_LINE)
      faults.push(
        `Its ${option} has ${formatCount(text.length)} characters; at most ${formatCount(LONGEST_LINE)} are allowed. Give a shorter one with --${option}.`,
      );
    return text;
  };

  const address = addressOf(given.url ?? (found.url || undefined), faults);
  const text = clean(given.text, false) || clean(found.text, false);
  if (text === "")
    faults.push("Its text is missing. Add --text with the words of the post in quotation marks.");
  else if (text.length > LONGEST)
    faults.push(
      `Its text has ${formatCount(text.length)} characters; a post may have ${formatCount(LONGEST)}. Give what you quote of it with --text.`,
    );
  const author = line("author");
  if (author === "")
    faults.push(
      "Its author is missing. Add --author with the name that the account shows, in quotation marks.",
    );
  const date = dateOf(
    { given: given.date?.trim(), found: found.date, instant: address?.instant },
    { timezone, now },
    faults,
  );
  if (given.language !== undefined && !isLanguage(given.language))
    faults.push(`--language ${LANGUAGE_RULE}, not '${printable(given.language)}'.`);
  const handle = line("handle", address?.handle);
  const network = line("network", address?.network);
  const notes =
    removed.size === 0
      ? [...found.notes]
      : [...found.notes, `Characters that show nothing were left out: ${[...removed].join(", ")}.`];
  const known = { faults, notes, ...(address === undefined ? {} : { key: address.key }) };
  if (faults.length > 0 || address === undefined || date === undefined) return known;
  const written = given.language ?? (isLanguage(found.language ?? "") ? found.language : undefined);
  const post = {
    text,
    author,
    ...(handle === "" ? {} : { handle }),
    ...(network === "" ? {} : { network }),
    date,
    url: address.url,
    ...(written === undefined || written === language ? {} : { language: written }),
  };
  return { ...known, post };
}

function addressOf(
  written: string | undefined,
  faults: string[],
): ReturnType<typeof readPostAddress> | undefined {
  const text = written?.trim() ?? "";
  if (text === "") {
    faults.push(
      "Its address is missing. Add --url with it, or that of the account if the post's is not known.",
    );
    return undefined;
  }
  if (URL.canParse(text) && /^https?:\/\//i.test(text) && !/\s/.test(text))
    return readPostAddress(new URL(text));
  const meant = [schemeMended(text), whyNowhere(text)?.meant, withScheme(text)].find(
    (one) => one?.startsWith("http") === true,
  );
  const typed = meant === undefined ? "" : ` Type ${printable(meant)}`;
  faults.push(
    `'${printable(text).slice(0, 200)}' is not an address of the web: it must begin with https:// or http://.${typed}`,
  );
  return undefined;
}

/** An address of which only the beginning is missing. */
function withScheme(text: string): string | undefined {
  const rest = text.replace(/^\/\//, "");
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?]\S*)?$/u.test(rest) ? `https://${rest}` : undefined;
}

const DAY_MS = 86_400_000;

/** The date as it is written into the file; what a network says exactly is written in the publication's time zone. */
function dateOf(
  {
    given,
    found,
    instant,
  }: { given: string | undefined; found: string | undefined; instant: Instant | undefined },
  { timezone, now }: { timezone: string; now: Instant },
  faults: string[],
): string | undefined {
  const written = given || found?.trim() || undefined;
  const exact = given ? undefined : instant;
  const date = exact === undefined ? written : isoWithOffset(exact, timezone);
  if (date === undefined) {
    const example = isoWithOffset(now, timezone);
    faults.push(
      `Its date is missing. Add --date with the day, such as ${example.slice(0, 10)}, or with day and time, such as ${example}.`,
    );
    return undefined;
  }
  const moment = parseDate(date, timezone);
  if (moment === undefined) {
    faults.push(wrongDate(date, timezone));
    return undefined;
  }
  if (moment.instant > now + DAY_MS) {
    faults.push(
      `Its date, ${date}, is still to come. Give the day on which it was posted with --date.`,
    );
    return undefined;
  }
  return given ? date : moment.timed ? isoWithOffset(moment.instant, timezone) : date;
}

/** What is said of a date that is none, with what it may mean as it can be typed. */
function wrongDate(written: string, timezone: string): string {
  const { meant, fault, nearest, lacks } = readDate(written.slice(0, 100), timezone);
  const because =
    fault ??
    (lacks === "offset"
      ? "A time ends with its offset from UTC, here that of the publication's time zone"
      : meant.length > 1
        ? "It can be read in more than one way"
        : undefined);
  const offered = [...meant.map(({ date }) => date), ...(nearest === undefined ? [] : [nearest])];
  const typed = offered.map((one) => `--date ${one}`).join(" or ");
  return [
    `Its date must be a day such as 2026-03-31, or a day and a time such as 2026-03-31T09:30:00+02:00, not '${printable(written).slice(0, 100)}'.`,
    ...(because === undefined ? [] : [`${because}.`]),
    ...(typed === "" ? [] : [`Type ${typed}`]),
  ].join(" ");
}
