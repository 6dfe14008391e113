import { dayOfYear } from "./jekyll-address.ts";

/** What the parts of a permalink of Hugo are made from. */
export interface HugoParts {
  /** Folders below the content folder, the outermost first. */
  sections: readonly string[];
  title: string;
  slug?: string;
  /** The name of its file without ending and language, or that of the folder of its bundle. */
  name: string;
  /** Whether addresses are in small letters. */
  isLower: boolean;
  /** A local time, `2026-03-31T09:30:00`; absent where there is no date. */
  date?: string;
}

/** A path as Hugo writes it in an address: blanks become hyphens, signs that it does not allow go. */
export function hugoPath(text: string, isLower = true): string {
  let path = "";
  let isPending = false;
  let wasHyphen = false;
  const signs = Array.from(text);
  for (const [at, sign] of signs.entries()) {
    const isEscape = sign === "%" && /^[\da-f]{2}$/i.test(signs.slice(at + 1, at + 3).join(""));
    if (isEscape || /[\p{L}\p{Nd}\p{M}./\\_#+~@-]/u.test(sign)) {
      wasHyphen = sign === "-";
      if (isPending && !wasHyphen) path += "-";
      isPending = false;
      path += sign;
    } else if (path !== "" && !wasHyphen && /\s/.test(sign)) isPending = true;
  }
  return isLower ? path.toLowerCase() : path;
}

const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** The path that a permalink pattern of Hugo gives; undefined where it has a part that is not known. */
export function hugoPermalink(pattern: string, parts: HugoParts): string | undefined {
  let isUnknown = false;
  const filled = pattern.replace(/:(\w+)(\[[^\]]*\])?/g, (_, name: string, range?: string) => {
    const value = partOf(name, range, parts);
    if (value === undefined) isUnknown = true;
    return value ?? "";
  });
  return isUnknown ? undefined : filled;
}

function partOf(name: string, range: string | undefined, parts: HugoParts): string | undefined {
  const time = parts.date === undefined ? undefined : new Date(`${parts.date}Z`);
  const pad = (number: number): string => String(number).padStart(2, "0");
  // Hugo reads what it has written once more: a plus sign is a blank then.
  const word = (text: string): string => hugoPath(text, parts.isLower).replace(/\++|%20/g, "-");
  const year = time === undefined ? "0001" : String(time.getUTCFullYear());
  const [month, day] = [time?.getUTCMonth() ?? 0, time?.getUTCDate() ?? 1];
  switch (name) {
    case "year":
      return year;
    case "month":
      return pad(month + 1);
    case "monthname":
      return MONTHS[month];
    case "day":
      return pad(day);
    case "weekday":
      return String(time?.getUTCDay() ?? 1);
    case "weekdayname":
      return DAYS[time?.getUTCDay() ?? 1];
    case "yearday":
      return String(time === undefined ? 1 : dayOfYear(time));
    case "section":
      return parts.sections[0] ?? "";
    case "sections":
      return sectionsIn(range, parts.sections).join("/");
    case "title":
      return word(parts.title);
    case "slug":
      return parts.slug === undefined ? word(parts.title) : word(parts.slug);
    case "slugorfilename":
    case "slugorcontentbasename":
      return parts.slug === undefined ? word(parts.name) : word(parts.slug);
    case "filename":
    case "contentbasename":
      return word(parts.name);
    default:
      return goLayout(name, time);
  }
}

/** Years, months and days as Go writes a layout: `:2006`, `:01`, `:02`. */
function goLayout(name: string, time: Date | undefined): string | undefined {
  const values: Record<string, number> = {
    "2006": time?.getUTCFullYear() ?? 1,
    "06": (time?.getUTCFullYear() ?? 1) % 100,
    "01": (time?.getUTCMonth() ?? 0) + 1,
    "02": time?.getUTCDate() ?? 1,
  };
  const value = values[name];
  return value === undefined ? undefined : String(value).padStart(name.length, "0");
}

/** Some of the sections: `[1:]`, `[:last]`, `[0]`, `[last]`. */
function sectionsIn(range: string | undefined, sections: readonly string[]): readonly string[] {
  if (range === undefined) return sections;
  const [from = "", to] = range.slice(1, -1).split(":");
  const index = (written: string, other: number): number =>
    written === "" ? other : written === "last" ? sections.length - 1 : Number(written);
  const first = index(from, 0);
  return to === undefined
    ? sections.slice(first, first + 1)
    : sections.slice(first, index(to, sections.length));
}
