import { createReadStream } from "node:fs";
import { jsonFaultAt } from "../../domain/json-fault.ts";
import { ArchiveError } from "../archive.ts";
import { EXPORT_AGAIN, unreadable, wrongFileKind } from "./file-kind.ts";
import { filePosition } from "./file-position.ts";
import { JsonFault, JsonScanner } from "./json-scanner.ts";
import type { Choice, FoundValue } from "./json-scanner.ts";
import type { Row } from "./row.ts";

/** A row of a table of an export, or what the export says of itself (`meta`). */
export interface ExportRow {
  table: string;
  /** From 0 in each table of the file. */
  number: number;
  /** Absent where the table is not read. */
  row?: Row;
}

/** What is read of an export, and who is told of it. */
export interface RowOptions {
  /** Whether the rows of a table are read; others are passed over as bytes. */
  isRead: (table: string) => boolean;
  onBytes?: (count: number) => void;
}

/** The table under whose name what the export says of itself is given. */
export const META = "meta";

const CHUNK = 1 << 18;

/**
 * The rows of an export, one at a time: at most one is in memory, besides a part of the file. Throws ArchiveError with the
 * place in the file.
 */
export async function* exportRows(
  file: string,
  { isRead, onBytes }: RowOptions,
): AsyncGenerator<ExportRow> {
  const numbers = new Map<string, number>();
  const atTop = new Set<string>();
  let found: FoundValue[] = [];
  const choose = (path: readonly string[], isContainer: boolean): Choice => {
    const place = placeIn(path);
    if (path.length === 1 && path[0] !== undefined) atTop.add(path[0]);
    if (place === undefined) return "skip";
    if (place === "meta") return "bytes";
    if (place !== "row") return isContainer ? "enter" : "skip";
    return isRead(path.at(-2) ?? "") ? "bytes" : "skip";
  };
  const scanner = new JsonScanner(choose, (value) => found.push(value));
  const rowsOf = (values: readonly FoundValue[]): ExportRow[] =>
    values.flatMap((value): ExportRow[] => {
      const place = placeIn(value.path);
      if (place !== "row" && place !== "meta") return [];
      const table = place === "meta" ? META : (value.path.at(-2) ?? "");
      const number = numbers.get(table) ?? 0;
      numbers.set(table, number + 1);
      return [{ table, number, ...(value.bytes === undefined ? {} : { row: rowOf(value) }) }];
    });
  try {
    let isFirst = true;
    const stream = createReadStream(file, { highWaterMark: CHUNK });
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      if (isFirst) failIf(wrongFileKind(chunk.subarray(0, 2000)));
      isFirst = false;
      scanner.write(chunk);
      onBytes?.(chunk.length);
      const values = found;
      found = [];
      yield* rowsOf(values);
    }
    if (isFirst) failIf(wrongFileKind(new Uint8Array()));
    scanner.end();
    yield* rowsOf(found);
    if (!numbers.has("posts")) failIf(withoutPosts(atTop, [...numbers.keys()]));
  } catch (error) {
    throw await asArchiveError(error, file);
  }
}

/** What stands at a path: the tables of an export, a row of one, or something on the way to them. */
function placeIn(path: readonly string[]): "meta" | "row" | "way" | undefined {
  const isInList = path[0] === "db";
  const below = isInList ? path.slice(2) : path;
  if (below.length === 0) return "way";
  if (below[0] === "meta") return below.length === 1 ? "meta" : undefined;
  if (below[0] !== "data" || below.length > 3) return undefined;
  if (below.length < 3) return "way";
  return below[2] === "*" ? "row" : undefined;
}

function rowOf({ bytes = new Uint8Array(), offset }: FoundValue): Row {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new JsonFault(
      "The bytes of what begins here are not UTF-8, so characters would be lost. Export again instead of converting the file",
      offset,
    );
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Row)
      : {};
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const at = jsonFaultAt(text) ?? 0;
    const what = message.replace(/ in JSON at position .*$|, ".*$/s, "");
    throw new JsonFault(
      `The JSON is not written rightly: ${what}`,
      offset + Buffer.byteLength(text.slice(0, at)),
    );
  }
}

function withoutPosts(atTop: ReadonlySet<string>, tables: readonly string[]): string | undefined {
  const shown = (names: readonly string[]): string =>
    names.length === 0
      ? "nothing"
      : names
          .slice(0, 8)
          .map((name) => `\`${name.slice(0, 40)}\``)
          .join(", ");
  const others = tables.filter((name) => name !== META);
  if (others.length > 0)
    return `The file has no posts: its tables are ${shown(others)}. Export all content: ${EXPORT_AGAIN}`;
  return atTop.has("db") || atTop.has("data")
    ? `The file has no posts, and no other table with rows. Export all content: ${EXPORT_AGAIN}`
    : `The file is JSON, but not a Ghost export, which has \`db\` at its top; there is ${shown([...atTop])}. Instead, ${EXPORT_AGAIN}`;
}

class WrongFile extends Error {}

function failIf(what: string | undefined): void {
  if (what !== undefined) throw new WrongFile(what);
}

async function asArchiveError(error: unknown, file: string): Promise<unknown> {
  if (error instanceof WrongFile) return new ArchiveError(`${file}:1:1: ${error.message}`);
  if (error instanceof JsonFault) {
    const position = await filePosition(file, error.offset);
    return new ArchiveError(`${file}:${position}: ${error.message}: ${EXPORT_AGAIN}`);
  }
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? new ArchiveError(`${file}: ${unreadable(code)}`) : error;
}
