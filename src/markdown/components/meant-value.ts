import { readDate } from "../../domain/meant-date.ts";
import type { Literal } from "../body.ts";
import { readLiteral } from "../literal.ts";
import { valueToType } from "../typed-value.ts";
import type { AttributeSpec } from "./component.ts";

/** What a date without its day or its offset is one of. */
export interface Context {
  /** The day of the article, `YYYY-MM-DD`. */
  day?: string | undefined;
  /** Time zone of the publication, by IANA name. */
  timezone?: string | undefined;
}

/**
 * An attribute as it is to be typed by what its author can only mean by a value of another type than it takes; empty
 * where it is to be left out, `undefined` where that cannot be told. `raw` is the value as it is written.
 */
export function meantAttribute(
  name: string,
  { type }: AttributeSpec,
  value: Literal,
  raw: string,
  context: Context = {},
): string | undefined {
  switch (type) {
    case "boolean":
      return meantSwitch(name, value);
    case "number":
      return isNumeric(value) ? `${name}={${value.trim()}}` : undefined;
    case "numbers":
    case "rows":
      return inBraces(name, value);
    case "texts":
      return inBraces(name, value) ?? listOf(name, value);
    case "duration":
      return quotedValue(name, typeof value === "string" ? durationMeant(value) : undefined);
    case "period":
    case "date": {
      const text = typeof value === "string" ? value : raw;
      if (typeof value === "object") return undefined;
      return quotedValue(
        name,
        periodMeant(text) ?? (type === "date" ? instantMeant(text, context) : undefined),
      );
    }
    case "instant":
      return quotedValue(
        name,
        typeof value === "string" ? instantMeant(value, context) : undefined,
      );
    default:
      if (typeof value === "number") return `${name}="${raw}"`;
      if (Array.isArray(value) && value.every((one) => typeof one === "string"))
        return valueToType(name, value.join(", "));
      return value === false ? "" : undefined;
  }
}

function quotedValue(name: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${name}="${value}"`;
}

function meantSwitch(name: string, value: Literal): string | undefined {
  const word = String(typeof value === "object" ? "" : value)
    .trim()
    .toLowerCase();
  if (["true", "yes", "on", "1", "", name.toLowerCase()].includes(word)) return name;
  return ["false", "no", "off", "0"].includes(word) ? "" : undefined;
}

function isNumeric(value: Literal): value is string {
  return typeof value === "string" && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value);
}

/** A list that was put into quotation marks. */
function inBraces(name: string, value: Literal): string | undefined {
  const code = typeof value === "string" ? value.trim().replace(/^\{(.*)\}$/s, "$1") : "";
  if (!code.startsWith("[")) return undefined;
  const read = readLiteral(code);
  return read.ok && Array.isArray(read.value) ? `${name}={${code}}` : undefined;
}

/** A text, or several with commas between, as a list. */
function listOf(name: string, value: Literal): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const texts = String(value)
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return texts.length === 0
    ? undefined
    : `${name}={[${texts.map((one) => JSON.stringify(one)).join(", ")}]}`;
}

const PARTS =
  /^(?:PT)?(?:(\d{1,2})\s*(?:h|hrs?|hours?|std)\.?\s*)?(?:(\d{1,3})\s*(?:m|mins?|minutes?|['′’])\.?\s*)?(?:(\d{1,2})\s*(?:s|secs?|seconds?|["″”])\.?)?$/i;

/** A length in other words than minutes and seconds; `undefined` where it can be read in two ways. */
function durationMeant(text: string): string | undefined {
  const words = text.trim().replaceAll(/(?<!\s)\s*(?:,|and)\s*/g, " ");
  const clock =
    /^((?:\d{1,2}[:.])?\d{1,3}[:.][0-5]\d)(?:\s*(?:m|min|mins|minutes|h|hours)\.?)?$/i.exec(
      words,
    )?.[1];
  if (clock !== undefined) return clock.replaceAll(".", ":");
  const [whole, hours = "0", minutes = "0", seconds = "0"] = PARTS.exec(words) ?? [];
  if (whole === undefined || whole === "") return undefined;
  const all = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const [h, m, s] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const two = (part: number): string => String(part).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A day, a month or a year in another form, in that of the calendar; `undefined` where it can be read in two ways. */
export function periodMeant(written: string): string | undefined {
  const text = written.trim();
  if (/^\d{4}$/.test(text)) return text;
  const month = /^\d{4}[-/.]\d{1,2}$/.test(text)
    ? `${text}-1`
    : /^\p{L}+\.?,? \d{4}$/u.test(text)
      ? `1 ${text}`
      : undefined;
  const [only, other] = readDate(month ?? text, "UTC").meant;
  if (only === undefined || other !== undefined || only.date.length > 10) return undefined;
  return month === undefined ? only.date : only.date.slice(0, 7);
}

/** An instant without its day or its offset: of the day and the time zone around it; `undefined` where it may mean several. */
function instantMeant(text: string, { day, timezone }: Context): string | undefined {
  if (timezone === undefined) return undefined;
  const isTime = /^\s*\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?\s*$/i.test(text);
  if (isTime && day === undefined) return undefined;
  const [only, other] = readDate(isTime ? `${day} ${text.trim()}` : text, timezone).meant;
  return only !== undefined && other === undefined && only.date.length > 10 ? only.date : undefined;
}
