import type { Row } from "./row.ts";

/**
 * The instant in a column, in UTC: of ISO 8601, of `2020-01-31 12:00:00` as databases write it, or of milliseconds.
 * Undefined where there is none.
 */
export function instantIn(row: Row, column: string): string | undefined {
  const value = row[column];
  const time = typeof value === "number" ? value : parsed(typeof value === "string" ? value : "");
  // Before Christ, and after the year 9999, nobody has published.
  if (Number.isNaN(time) || time <= -62_135_596_800_000 || time >= 253_402_300_800_000)
    return undefined;
  return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}

function parsed(text: string): number {
  const trimmed = text.trim();
  if (/^\d{12,14}$/.test(trimmed)) return Number(trimmed);
  const fields =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?$/.exec(
      trimmed,
    );
  if (fields === null) return NaN;
  const [, day = "", time = "", zone = "Z"] = fields;
  const date = new Date(`${day}T${time}Z`);
  // 2020-02-30 would become 1 March.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) return NaN;
  return Date.parse(`${day}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`);
}
