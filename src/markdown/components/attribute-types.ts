import { parseDate } from "../../domain/dates.ts";
import { ADDRESS_TO_WRITE, placeholder, unknownDay } from "../../domain/placeholder.ts";
import type { Literal } from "../body.ts";

/** What the values of each type of attribute are, once they have passed the checks. */
export interface ValueOfType {
  string: string;
  number: number;
  /** May be written by its name alone. */
  boolean: boolean;
  /** The address of a picture, which becomes one of the body's pictures. */
  image: string;
  /** The address of something to be played or of captions, which becomes one of the body's media. */
  video: string;
  audio: string;
  captions: string;
  /** Minutes and seconds, `3:42`, or hours too, `1:02:03`. */
  duration: string;
  /** The slug of a file in `posts/`, which becomes one of the body's posts. */
  post: string;
  /** The address of a CSV file, whose figures a body is given. */
  data: string;
  /** Where a link leads, which becomes one of the body's links. */
  link: string;
  /** A day, `2026-11-20`, a month, `2026-11`, or a year, `2026`. */
  period: string;
  /** As in front matter: a day, or an instant with an offset; for `parseDate`. */
  date: string;
  /** An instant with an offset; for `parseDate`. */
  instant: string;
  texts: readonly string[];
  numbers: readonly number[];
  /** A table: rows of equal length. */
  rows: readonly (readonly (string | number)[])[];
}

/** What an attribute takes. */
export type AttributeType = keyof ValueOfType;

/** How values of one type are recognised, and spoken of to authors. */
interface TypeRule {
  /** As in "takes … for `alt`". */
  said: string;
  /** What holds the place of a value behind `name=`, and is told of when it is left in; nothing for a name that is written alone. */
  toWrite: (name: string) => string;
  admits(value: Literal): boolean;
}

const DAYS = "a calendar day such as 2026-03-31";

/** What the texts of attributes say whose names do not tell it. */
const WHAT: Readonly<Record<string, string>> = {
  alt: "what the picture shows",
  answers: "who answers",
  asks: "who asks",
  by: "who said it",
  credit: "who made it",
  shown: "what is shown",
  source: "where it comes from",
  when: "when it was",
};

/** The rule of every type. */
export const ATTRIBUTE_TYPES: Readonly<Record<AttributeType, TypeRule>> = {
  string: {
    said: "a text",
    toWrite: (name) => `"${placeholder(WHAT[name] ?? `the ${name}`)}"`,
    admits: isText,
  },
  number: { said: "a number", toWrite: () => `{"${placeholder("the number")}"}`, admits: isNumber },
  boolean: {
    said: "true or false",
    toWrite: () => "",
    admits: (value) => typeof value === "boolean",
  },
  image: { said: "a text", toWrite: () => '"./picture.jpg"', admits: isText },
  video: { said: "a text", toWrite: () => '"/film.mp4"', admits: isText },
  audio: { said: "a text", toWrite: () => '"/recording.mp3"', admits: isText },
  captions: { said: "a text", toWrite: () => '"/captions.vtt"', admits: isText },
  duration: {
    said: "minutes and seconds such as 3:42",
    toWrite: () => '"m:ss"',
    admits: (value) => isText(value) && /^(?:\d{1,3}|\d{1,2}:[0-5]\d):[0-5]\d$/.test(value),
  },
  post: { said: "a text", toWrite: () => '"the-post"', admits: isText },
  data: { said: "a text", toWrite: () => '"./figures.csv"', admits: isText },
  link: { said: "a text", toWrite: () => `"${ADDRESS_TO_WRITE}"`, admits: isText },
  period: {
    said: `${DAYS}, a month such as 2026-03 or a year such as 2026`,
    toWrite: () => `"${unknownDay()}"`,
    admits: (value) => isText(value) && isPeriod(value),
  },
  date: {
    said: `${DAYS}, or an instant with an offset such as 2026-03-31T09:30:00Z`,
    toWrite: () => `"${unknownDay()}"`,
    admits: (value) => isText(value) && parseDate(value, "UTC") !== undefined,
  },
  instant: {
    said: "a valid instant with an offset such as 2026-03-31T09:30:00+02:00",
    toWrite: () => `"${unknownDay()}Thh:mm:ss+hh:mm"`,
    admits: (value) => isText(value) && parseDate(value, "UTC")?.timed === true,
  },
  texts: {
    said: "a list of texts",
    toWrite: () => `{["${placeholder("a name")}", "${placeholder("a name")}"]}`,
    admits: (value) => isList(value) && value.every(isText),
  },
  numbers: {
    said: "a list of numbers",
    toWrite: () => `{["${placeholder("a number")}", "${placeholder("a number")}"]}`,
    admits: (value) => isList(value) && value.every(isNumber),
  },
  rows: {
    said: "a list of rows of equal length, each a list of texts and numbers,",
    toWrite: () =>
      `{[["${placeholder("a name")}", "${placeholder("a figure")}"], ["${placeholder("a name")}", "${placeholder("a figure")}"]]}`,
    admits: (value) => isList(value) && value.every((row) => isRow(row, value[0])),
  },
};

function isText(value: Literal): value is string {
  return typeof value === "string";
}

function isNumber(value: Literal): value is number {
  return typeof value === "number";
}

function isList(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}

function isRow(row: Literal, first: Literal | undefined): boolean {
  if (!isList(row) || first === undefined || !isList(first) || row.length !== first.length)
    return false;
  return row.every((cell) => isText(cell) || isNumber(cell));
}

/** Whether a text is a day, month or year of the calendar. */
function isPeriod(text: string): boolean {
  return (
    /^\d{4}(?:-\d\d){0,2}$/.test(text) &&
    parseDate(text + "-01".repeat((10 - text.length) / 3), "UTC") !== undefined
  );
}
