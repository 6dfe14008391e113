/** A row of a table of an export, as its JSON gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** The text in a column, without blanks around it; empty where there is none. Numbers count as text. */
export function textIn(row: Row, column: string): string {
  const value = Object.hasOwn(row, column) ? row[column] : undefined;
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() : "";
}

/** Whether a column says yes: databases write 1, `1`, `true`. */
export function isSet(row: Row, column: string): boolean {
  return /^(?:1|true)$/.test(row[column] === true ? "true" : textIn(row, column));
}

/** The number in a column; 0 where there is none. */
export function numberIn(row: Row, column: string): number {
  const number = Number(textIn(row, column));
  return Number.isFinite(number) ? number : 0;
}

/** A value as a row; an empty one where it is none. */
export function asRow(value: unknown): Row {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Row) : {};
}

/** The value of a JSON text; undefined where it is none. */
export function jsonValue(text: unknown): unknown {
  if (typeof text !== "string") return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A list of rows; empty where the value is none. */
export function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.map(asRow) : [];
}
