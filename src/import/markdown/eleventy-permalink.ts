import { isValues } from "./values.ts";
import type { Value, Values } from "./values.ts";

/** Letters that Eleventy spells out in slugs, besides those that are a letter with an accent. */
const SPELT: Readonly<Record<string, string>> = {
  "&": " and ",
  "🦄": " unicorn ",
  "♥": " love ",
  ß: "ss",
  ẞ: "Ss",
  Ä: "Ae",
  ä: "ae",
  Ö: "Oe",
  ö: "oe",
  Ü: "Ue",
  ü: "ue",
  Ø: "O",
  ø: "o",
  Æ: "AE",
  æ: "ae",
  Å: "A",
  å: "a",
  Œ: "OE",
  œ: "oe",
  Ł: "L",
  ł: "l",
  Đ: "D",
  đ: "d",
  Þ: "TH",
  þ: "th",
};

/** What the `slugify` of Eleventy makes of a text in Latin letters. */
function eleventySlug(text: string): string {
  const plain = Array.from(text.normalize("NFC"), (sign) => SPELT[sign] ?? sign)
    .join("")
    .replaceAll("’", "'")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return plain
    .replace(/(?<=[a-z\d])'(?=[ts](?:\s|$))/g, "")
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");
}

/**
 * Fills a permalink that is written as a template of Liquid or Nunjucks: names and the filters that make slugs and dates.
 * Undefined where something else stands in it: nothing of the site runs.
 */
export function filledPermalink(template: string, data: Values): string | undefined {
  if (template.includes("{%")) return undefined;
  let isUnknown = false;
  const filled = template.replace(/\{\{([^{}]*)\}\}/g, (_, written: string) => {
    const value = valueOf(written.replace(/^-|-$/g, "").trim(), data);
    if (value === undefined) isUnknown = true;
    return value ?? "";
  });
  return isUnknown ? undefined : filled;
}

function valueOf(written: string, data: Values): string | undefined {
  const [name = "", ...filters] = written.split("|").map((part) => part.trim());
  const quoted = /^(["'])(.*)\1$/.exec(name)?.[2];
  let value = quoted ?? lookUp(name, data);
  for (const filter of filters) {
    if (value === undefined) return undefined;
    value = filtered(value, filter);
  }
  return value;
}

function lookUp(name: string, data: Values): string | undefined {
  let value: Value | undefined = data;
  for (const key of name.split(".")) {
    value = isValues(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return typeof value === "string" ? value : undefined;
}

function filtered(value: string, filter: string): string | undefined {
  const [, name = "", argument = ""] = /^(\w+)(?:[:(]\s*["'](.*?)["']\s*\)?)?/.exec(filter) ?? [];
  switch (name) {
    case "slugify":
    case "slug":
      return eleventySlug(value);
    case "downcase":
    case "lower":
      return value.toLowerCase();
    case "date":
      return strftime(value, argument);
    default:
      return undefined;
  }
}

function strftime(date: string, format: string): string | undefined {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date) ?? [];
  if (year === "") return undefined;
  const parts: Record<string, string> = { Y: year, m: month, d: day, y: year.slice(2) };
  const filled = format.replace(/%([Ymdy])/g, (_, sign: string) => parts[sign] ?? "");
  return filled.includes("%") ? undefined : filled;
}
