import { editDistance, nearestName } from "../../domain/nearest-name.ts";
import { comparedForm } from "../prepared-words.ts";

/** What a wrong address says of the page that it was meant for. */
export interface AskedAddress {
  /** Its parts without dates, endings and the like, in lower case. */
  parts: string[];
  /** The last part as it may be searched for. */
  query: string;
  /** Its words as the index has them. */
  words: string[];
  year?: string;
  /** `YYYY-MM`. */
  month?: string;
}

/** A page that exists. */
export interface NearPage {
  /** Below the host. */
  href: string;
  title: string;
  /** `YYYY-MM-DD`; absent on pages without one. */
  day?: string;
}

const ENDING = /\.(?:html?|php\d?|aspx?|jsp|cfm|md|mdx|xml)$/i;

/** Parts that say how a page is shown, or which piece of a list, and nothing of what it is about. */
const FORMS = new Set(["amp", "feed", "index", "page", "print"]);

/** A number with more digits is one that an old system gave. */
const LONGEST_NUMBER = 4;

/** Reads a wrong address: a path as the browser has it, and the base of the publication. */
export function readAskedAddress(path: string, base: string): AskedAddress {
  const whole = decoded(path);
  const plainBase = decoded(base);
  const below = whole.startsWith(plainBase) ? whole.slice(plainBase.length) : whole;
  const all = below.split(/[/\\]+/).map((part) => part.replace(ENDING, "").toLowerCase());
  const yearAt = all.findIndex((part) => /^(?:19|20)\d\d$/.test(part));
  const year = all[yearAt];
  const month = /^(?:0?[1-9]|1[0-2])$/.test(all[yearAt + 1] ?? "") ? all[yearAt + 1] : undefined;
  const parts = all.filter((part) => !/^\P{L}*$/u.test(part) && !FORMS.has(part));
  const query = queryOf(parts.at(-1) ?? "");
  return {
    parts,
    query,
    words: wordsOf(query),
    ...(year === undefined ? {} : { year }),
    ...(year === undefined || month === undefined
      ? {}
      : { month: `${year}-${month.padStart(2, "0")}` }),
  };
}

/** Decoded, once more where it was encoded twice; as it is where it cannot be. */
function decoded(path: string): string {
  try {
    const once = decodeURIComponent(path);
    return (/%[\da-f]{2}/i.test(once) ? decodeURIComponent(once) : once).normalize("NFC");
  } catch {
    return path;
  }
}

function queryOf(part: string): string {
  return part
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .filter((word) => word !== "" && !(/^\d+$/.test(word) && word.length > LONGEST_NUMBER))
    .join(" ");
}

function wordsOf(text: string): string[] {
  return comparedForm(queryOf(text))
    .split(" ")
    .filter((word) => word !== "");
}

/** Words of an address that articles are looked for by: the longest, which are the rarest. */
const MOST_TERMS = 5;

/** What articles are looked for by. */
export function termsOfAddress({ words }: AskedAddress): string[] {
  return [...new Set(words)]
    .filter((word) => !/^\d+$/.test(word) && (word.length > 2 || /[^\p{sc=Latn}]/u.test(word)))
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_TERMS);
}

/** Pages that are offered at most. */
export const MOST_OFFERED = 5;

/** How alike a page has to be, where 1 is the same. */
const ALIKE = 0.45;

/** What the same month counts, and the same year. */
const SAME_MONTH = 0.2;
const SAME_YEAR = 0.1;

/** A page that is as alike as this is the one. */
export const SURELY_ALIKE = 0.8;

/** The pages that an address is nearest to, the nearest first, each with how alike it is. */
export function nearestPages<Page extends NearPage>(
  asked: AskedAddress,
  pages: readonly Page[],
): { page: Page; alike: number }[] {
  const measured = pages.map((page) => {
    const own = readAskedAddress(page.href, "/").words;
    const alike = Math.max(
      alikeness(asked.words, own),
      alikeness(asked.words, wordsOf(page.title)),
    );
    return { page, alike };
  });
  const near = measured.filter(({ alike }) => alike >= ALIKE);
  const score = ({ page, alike }: (typeof near)[number]): number => alike + datesAlike(asked, page);
  return near.toSorted((a, b) => score(b) - score(a)).slice(0, MOST_OFFERED);
}

function datesAlike({ year, month }: AskedAddress, { day = "" }: NearPage): number {
  if (month !== undefined && day.startsWith(month)) return SAME_MONTH;
  return year !== undefined && day.startsWith(year) ? SAME_YEAR : 0;
}

/** What of the asked words is there counts more than what of the own ones was asked for. */
const OF_ASKED = 0.6;

function alikeness(asked: readonly string[], own: readonly string[]): number {
  const common = asked.filter((word) => own.some((other) => isAlike(word, other)));
  const shared = lettersOf(common);
  if (shared === 0) return 0;
  const ofOwn = Math.min(1, shared / lettersOf(own));
  return OF_ASKED * (shared / lettersOf(asked)) + (1 - OF_ASKED) * ofOwn;
}

function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const length = Math.min(one.length, other.length);
  return length > 3 && editDistance(one, other) <= (length > 5 ? 2 : 1);
}

function lettersOf(words: readonly string[]): number {
  return words.reduce((sum, { length }) => sum + length, 0);
}

/** The page right below the base, such as a section, that an address of one part is a slip for. Each ends in a slash. */
export function nearestNamed(
  { parts }: AskedAddress,
  pages: readonly NearPage[],
  base: string,
): NearPage | undefined {
  const [name, ...others] = parts;
  if (name === undefined || others.length > 0) return undefined;
  const named = new Map(pages.map((page) => [decoded(page.href).slice(base.length, -1), page]));
  named.delete("");
  return named.get(nearestName(name, named.keys()) ?? "");
}
