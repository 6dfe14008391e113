import { isoWithOffset, parseDate } from "../domain/dates.ts";
import type { FileShape, ValueForm, Values } from "./file-shape.ts";

/** The values of a file as the editor holds them: each in one form, and those of absent keys by what absence means. */
export function heldValues(written: Values, shape: FileShape): Values {
  const held = Object.entries(written).map(([key, value]) => [
    key,
    heldValue(value, formOf(shape, key), shape.timezone),
  ]);
  return { ...shape.defaults, ...(Object.fromEntries(held) as Values) };
}

/** Values of the editor as a file has them; `undefined` for what a file does not say. */
export function writtenValues(held: Values, shape: FileShape): Values {
  return Object.fromEntries(
    Object.entries(held).map(([key, value]) => [
      key,
      writtenValue(withoutEmpty(value), formOf(shape, key), shape.timezone),
    ]),
  );
}

/**
 * A value without what says nothing: empty texts, `null`, and lists and mappings that hold no more. The editor writes
 * these for fields that nobody filled in.
 */
export function withoutEmpty(value: unknown): unknown {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (Array.isArray(value)) {
    const full = value.map(withoutEmpty).filter((one) => one !== undefined);
    return full.length === 0 ? undefined : full;
  }
  if (typeof value === "object" && value !== null) {
    const full = Object.entries(value).flatMap(([key, one]) => {
      const kept = withoutEmpty(one);
      return kept === undefined ? [] : [[key, kept] as const];
    });
    return full.length === 0 ? undefined : Object.fromEntries(full);
  }
  return value ?? undefined;
}

function formOf({ forms }: FileShape, key: string): ValueForm | undefined {
  return Object.hasOwn(forms, key) ? forms[key] : undefined;
}

function heldValue(value: unknown, form: ValueForm | undefined, timezone: string): unknown {
  switch (form) {
    case "date":
      return heldDate(value, timezone);
    case "dated":
      return listOf(value).map((one) => heldNote(one, timezone));
    case "updates":
      return listOf(value).map((one) =>
        heldNote(typeof one === "string" ? { date: one } : one, timezone),
      );
    case "names":
      return listOf(value);
    case "source":
      return typeof value === "string" ? { name: value } : value;
    case "flag":
      return typeof value === "boolean" ? String(value) : (value ?? "");
    case undefined:
      return value;
  }
}

function writtenValue(value: unknown, form: ValueForm | undefined, timezone: string): unknown {
  if (value === undefined) return undefined;
  switch (form) {
    case "date":
      return writtenDate(value, timezone);
    case "dated":
      return listOf(value).map((one) => writtenNote(one, timezone));
    case "updates": {
      const list = listOf(value).map((one) => writtenNote(one, timezone));
      const [only] = list;
      const bare = list.length === 1 && isMapping(only) && !("note" in only) ? only : undefined;
      return bare !== undefined && Object.keys(bare).join() === "date" ? bare["date"] : list;
    }
    case "names":
      return Array.isArray(value) && value.length === 1 ? value[0] : value;
    case "source":
      return isMapping(value) && Object.keys(value).join() === "name" ? value["name"] : value;
    case "flag":
      return value === "true" || value === "false" ? value === "true" : value;
    case undefined:
      return value;
  }
}

function heldNote(entry: unknown, timezone: string): unknown {
  return isMapping(entry) && "date" in entry
    ? { ...entry, date: heldDate(entry["date"], timezone) }
    : entry;
}

function writtenNote(entry: unknown, timezone: string): unknown {
  return isMapping(entry) && "date" in entry
    ? { ...entry, date: writtenDate(entry["date"], timezone) }
    : entry;
}

/** A day begins in the publication's time zone; the editor would take it for one that begins in UTC. */
function heldDate(value: unknown, timezone: string): unknown {
  const moment = typeof value === "string" ? parseDate(value.trim(), timezone) : undefined;
  return moment?.timed === false ? isoWithOffset(moment.instant, timezone) : value;
}

/** The beginning of a day is that day. */
function writtenDate(value: unknown, timezone: string): unknown {
  const moment = typeof value === "string" ? parseDate(value, timezone) : undefined;
  if (moment === undefined) return value;
  return parseDate(moment.day, timezone)?.instant === moment.instant ? moment.day : value;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined || value === null || value === "" ? [] : [value];
}

function isMapping(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
