import { readDate } from "../../domain/meant-date.ts";
import { nearestName } from "../../domain/nearest-name.ts";
import { ALT_TO_WRITE, CREDIT_TO_WRITE } from "../../domain/placeholder.ts";
import { unwrapped, yamlText } from "../../domain/yaml-text.ts";
import { isLanguage } from "../../site/site-schema.ts";
import { isRunningText } from "../running-text.ts";

/** A value as it is to be written in YAML, on one line. */
export interface MeantValue {
  yaml: string;
  /** What it says, where there is a choice. */
  said?: string | undefined;
  /** Something else may be meant. */
  isGuess?: true;
}

/** What is known of a value that its schema refuses. */
export interface RefusedValue {
  /** Its key, or its place in a list. */
  key: PropertyKey | undefined;
  value: unknown;
  /** As it stands in the file, quotation marks and all. */
  source: string;
  /** Words that its schema takes. */
  choices: readonly string[];
  /** Zone of times without an offset, where a date is wanted. */
  timezone: string | undefined;
  /** Year and month of the folder that the file lies in, `2026-03`. */
  month: string | undefined;
  /** What the schema itself says that would do. */
  offered: string | undefined;
}

/** Values that may have been meant, and why the written one is none, as a sentence without its full stop. */
export interface Meaning {
  meant: readonly MeantValue[];
  because?: string | undefined;
  /** A value near to it, where none can be meant. */
  nearest?: string | undefined;
}

/**
 * What may be meant by a value that is refused: ways to read it, in turn. Whether the schema takes what they give is for who
 * asks to try.
 */
export function* meanings(refused: RefusedValue): Generator<Meaning> {
  const { value, offered } = refused;
  if (offered !== undefined) yield likely(yamlText(offered));
  if (typeof value === "number" || typeof value === "boolean") yield* ofFigures(refused);
  if (typeof value === "string") {
    const quotation = unwrapped(value);
    if (quotation !== undefined) {
      const { inner, open, close } = quotation;
      const because = `\`${open}\` and \`${close}\` are not quotation marks in YAML`;
      for (const meaning of ofText(inner, refused)) yield { ...meaning, because };
    }
    yield* ofText(value, refused);
  }
  if (Array.isArray(value)) yield* ofList(value, refused);
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    yield* ofMapping(value, refused);
}

function one(yaml: string, because?: string): Meaning {
  return { meant: [{ yaml }], because };
}

/** A value that is only likely to be meant. */
function likely(yaml: string): Meaning {
  return { meant: [{ yaml, isGuess: true }] };
}

function* ofFigures({ source, ...rest }: RefusedValue): Generator<Meaning> {
  yield one(`'${source}'`);
  yield* ofDate(source, rest);
  yield one(`[${source}]`);
  yield one(`['${source}']`);
  if (/^false$/i.test(source)) yield one("off");
}

function* ofText(text: string, refused: RefusedValue): Generator<Meaning> {
  const plain = text.replace(/\s+/g, " ").trim();
  yield* ofDate(plain, refused);
  yield one(yamlText(plain));
  const isTrue = /^(?:true|yes|y|on|1)$/i.test(plain);
  const because = /^["']/.test(refused.source) ? "In quotation marks it is a text" : undefined;
  if (isTrue || /^(?:false|no|n|off|0)$/i.test(plain)) yield one(String(isTrue), because);
  if (/^[+-]?\d+(?:[.,]\d+)?$/.test(plain))
    yield one(String(Number(plain.replace(",", "."))), because);
  yield* ofChoice(plain, refused.choices);
  yield* ofAddress(plain);
  yield* ofName(plain);
  yield* ofEntries(text, refused.source);
  yield* ofImage(plain);
}

/** Marks that people set before the entries of a list. */
const MARK = /^\s*[-*•·\u2010-\u2015]\s*/;

/** A list whose entries were written below each other with other marks, or one behind the other. */
function* ofEntries(text: string, source: string): Generator<Meaning> {
  const lines = source.split("\n");
  if (lines.length > 1 && lines.slice(1).every((line) => MARK.test(line))) {
    const entries = lines.map((line) => line.replace(MARK, "").trim());
    yield one(listOf(entries), "List entries begin with a hyphen and a space");
  }
  const plain = text.replace(/^\[|\]$/g, "");
  const entries = plain.split(/(?<!\s)\s*[,;]\s*/).filter((entry) => entry !== "");
  if (entries.length > 0) yield one(listOf(entries));
  for (const { meant } of [...ofAddress(plain), ...ofName(plain)])
    yield { meant: meant.map(({ yaml }) => ({ yaml: `[${yaml}]` })) };
}

function listOf(entries: readonly string[]): string {
  return `[${entries.map((entry) => yamlText(unwrapped(entry)?.inner ?? entry)).join(", ")}]`;
}

/** The path of a picture alone; those of posts name nobody who made them. */
function* ofImage(path: string): Generator<Meaning> {
  const image = `src: ${yamlText(path)}, alt: ${ALT_TO_WRITE}`;
  yield one(`{ ${image}, credit: ${CREDIT_TO_WRITE} }`);
  yield one(`{ ${image} }`);
}

function* ofChoice(text: string, choices: readonly string[]): Generator<Meaning> {
  const words = text.replace(/[\s_]+/g, "-");
  const near = nearestName(words, choices);
  if (near !== undefined) yield near === words.toLowerCase() ? one(near) : likely(near);
}

const EITHER = "It can be read in more than one way";
const NO_OFFSET = "A time ends with its offset from UTC, here that of the publication's time zone";

function* ofDate(
  text: string,
  { timezone, month }: Pick<RefusedValue, "timezone" | "month">,
): Generator<Meaning> {
  if (timezone === undefined) return;
  const year = month === undefined ? undefined : Number(month.slice(0, 4));
  const { meant, fault, nearest, lacks } = readDate(text, timezone, year);
  // A year that was not written with its four figures is one that is expected.
  const isSure = meant.every(({ date }) => /^\d{10}/.test(text) || text.includes(date.slice(0, 4)));
  const inFolder = ({ date }: { date: string }): number =>
    month !== undefined && date.startsWith(month) ? 0 : 1;
  yield {
    meant: meant
      .toSorted((a, b) => inFolder(a) - inFolder(b))
      .map(({ date, said }) => ({ yaml: date, said, ...(isSure ? {} : { isGuess: true }) })),
    because: fault ?? (meant.length > 1 && lacks === undefined ? EITHER : lacks && NO_OFFSET),
    nearest,
  };
  yield {
    meant: meant.map(({ date, said }) => ({ yaml: date.slice(0, 10), said, isGuess: true })),
  };
}

/** Addresses without their beginning, in brackets of Markdown, or with what they may not have. */
function* ofAddress(text: string): Generator<Meaning> {
  const bare = /^<(.*)>$/.exec(text)?.[1] ?? /^\[[^\]]*\]\((.*)\)$/.exec(text)?.[1] ?? text;
  if (/\s/.test(bare)) return;
  const address = bare.replace(/^(?:https?|htt?ps?|http?s?)(?::\/*|\/\/)(?=[^/])/i, "https://");
  yield one(yamlText(bare));
  // An address without encryption may have no other.
  if (/^https:\/\//.test(address))
    yield /^http:\/\//i.test(bare) ? likely(yamlText(address)) : one(yamlText(address));
  else if (/^\/\//.test(bare)) yield one(yamlText(`https:${bare}`));
  else if (/^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/:?#].*)?$/u.test(bare))
    yield one(yamlText(`https://${bare}`));
  const host = /^(?:https?:)?\/\/([^/?#@]+)/i.exec(bare)?.[1];
  if (host === undefined) yield one(yamlText(bare.replace(/^mailto:/i, "")));
  else {
    yield likely(yamlText(withoutExtras(bare)));
    yield likely(yamlText(host));
    yield likely(yamlText(bare.replace(/^https?:\/\/[^/]*\//i, "").replace(/\/$/, "")));
  }
}

/** An address without user, query and fragment, and without empty parts of its path. */
function withoutExtras(address: string): string {
  const [scheme = "", rest = ""] = address.replace(/[?#].*$/s, "").split(/(?<=^https?:\/\/)/i);
  return scheme + rest.replace(/^[^/]*@/, "").replaceAll(/\/{2,}/g, "/");
}

/** Names and signs that other programs write in another way: languages, time zones, colours, ids, paths. */
function* ofName(text: string): Generator<Meaning> {
  const language = languageOf(text);
  if (language !== undefined) {
    const isOfCountry = /^[a-z]{2}$/i.test(text) && language !== text.toLowerCase();
    yield isOfCountry ? likely(yamlText(language)) : one(yamlText(language));
  }
  yield one(yamlText(text.toLowerCase()));
  const zone = timezoneOf(text);
  if (zone !== undefined)
    yield zone.toLowerCase().endsWith(lastPart(text)) ? one(zone) : likely(zone);
  const colour = colourOf(text);
  if (colour !== undefined) yield one(yamlText(colour));
  const figures = /^\{?(?:urn:uuid:)?([\da-f-]{32,36})\}?$/i.exec(text)?.[1]?.replaceAll("-", "");
  if (figures?.length === 32)
    yield one(figures.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"));
  const path = text.replace(/^(?:\.?\/)?(?:public\/)?/, "");
  if (/[./]/.test(path)) {
    yield likely(yamlText(`/${path}`));
    yield likely(yamlText(`public/${path}`));
  }
}

function lastPart(place: string): string {
  return place.toLowerCase().replaceAll(" ", "_").replace(/^.*\//, "");
}

const LANGUAGES =
  "ar bg ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh".split(
    " ",
  );

/**
 * The code of a language that is written by its name, in English or in itself, with an underline, in another form of it,
 * or by the code of the country.
 */
function languageOf(text: string): string | undefined {
  const name = text.toLowerCase().replace(/(?<![^\p{L}\p{M}])[^\p{L}\p{M}]+$/u, "");
  const code = LANGUAGES.find((one) =>
    ["en", one].some(
      (shown) =>
        new Intl.DisplayNames([shown], { type: "language" }).of(one)?.toLowerCase() === name,
    ),
  );
  if (code !== undefined) return code;
  const [tag = ""] = /^[a-z]{2,3}(?:[-_][a-z]{2,4})?(?=$|\.)/i.exec(text) ?? [];
  if (tag === "") return undefined;
  const { baseName, language } = new Intl.Locale(tag.replace("_", "-"));
  if (isLanguage(baseName)) return baseName;
  const ofCountry = /^..$/.test(language)
    ? new Intl.Locale(`und-${language}`).maximize()
    : undefined;
  return ofCountry?.language === "und" ? undefined : ofCountry?.language;
}

/** The IANA name of the time zone that is called after a place; none where several are. */
function timezoneOf(text: string): string | undefined {
  const place = text.toLowerCase().replaceAll(" ", "_");
  const zones = Intl.supportedValuesOf("timeZone").filter((zone) =>
    zone.toLowerCase().endsWith(`/${place}`),
  );
  if (zones.length === 1) return zones[0];
  return place.includes("/") ? nearestName(place, Intl.supportedValuesOf("timeZone")) : undefined;
}

function colourOf(text: string): string | undefined {
  const [, short] = /^#?([\da-f]{3})$/i.exec(text) ?? [];
  if (short !== undefined) return `#${Array.from(short, (figure) => figure + figure).join("")}`;
  const [, long] = /^#?([\da-f]{6})(?:ff)?$/i.exec(text) ?? [];
  if (long !== undefined) return `#${long}`;
  const [, ...parts] =
    /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*1\s*)?\)$/i.exec(text) ?? [];
  if (parts.length < 3 || parts.some((part) => Number(part) > 255)) return undefined;
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}

function* ofList(list: readonly unknown[], refused: RefusedValue): Generator<Meaning> {
  const { key, source } = refused;
  const [first] = list;
  if (list.length === 1 && isScalar(first)) {
    yield* ofDate(String(first), refused);
    // The brackets may be meant as such.
    yield isRunningText(key) ? likely(yamlText(String(first))) : one(yamlText(String(first)));
    yield* ofImage(String(first));
  }
  if (isRunningText(key) && source.startsWith("[") && !source.includes("\n"))
    yield one(yamlText(source), "Brackets make a list");
}

function* ofMapping(mapping: object, { key, source }: RefusedValue): Generator<Meaning> {
  const [pair, other] = Object.entries(mapping);
  if (source.includes("\n")) return;
  if (source.startsWith("{")) {
    if (isRunningText(key)) yield one(yamlText(source), "Braces make a set of keys");
    yield one(`[${source}]`);
  } else if (
    pair !== undefined &&
    other === undefined &&
    (typeof key === "number" || isRunningText(key))
  )
    yield one(yamlText(source), "The colon and the space make a key of what is before them");
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
