import { createReadStream, readFileSync, statSync } from "node:fs";
import { asRow } from "./row.ts";

/** Files up to this size are counted by reading them whole. */
const SMALL = 50 * 1024 * 1024;

/**
 * Counts the rows of each table of an export, without the scanner by which archives are read: `JSON.parse` of the whole file,
 * or, where that would take much memory, the brackets between its quotation marks.
 */
export async function countGhost(
  files: readonly string[],
  small = SMALL,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const file of files) {
    const own = statSync(file).size <= small ? countParsed(file) : await countBrackets(file);
    for (const [table, count] of Object.entries(own))
      if (count > 0) counts[table] = (counts[table] ?? 0) + count;
  }
  return counts;
}

function countParsed(file: string): Record<string, number> {
  const top = asRow(JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, "")));
  const databases = Array.isArray(top["db"]) ? top["db"] : [top["db"] ?? top];
  const counts: Record<string, number> = {};
  for (const database of databases)
    for (const [table, rows] of Object.entries(asRow(asRow(database)["data"])))
      if (Array.isArray(rows)) counts[table] = (counts[table] ?? 0) + rows.length;
  return counts;
}

/** Counts what stands at the depth of rows: in the list of a table, which is in `data`, which is in `db` or at the top. */
async function countBrackets(file: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  /** The last text at each depth: the name of what is opened next. */
  const names: string[] = [""];
  const opened: string[] = [];
  let text: string | undefined;
  let isEscaped = false;
  const stream = createReadStream(file, { encoding: "latin1", highWaterMark: 1 << 18 });
  for await (const chunk of stream as AsyncIterable<string>) {
    for (const sign of chunk) {
      if (text !== undefined) {
        if (!isEscaped && sign === '"') {
          names[opened.length] = text;
          text = undefined;
        } else if (text.length < 64) text += sign;
        isEscaped = !isEscaped && sign === "\\";
      } else if (sign === '"') [text, isEscaped] = ["", false];
      else if (sign === "{" || sign === "[") {
        const table = tableAt(opened);
        if (table !== undefined && sign === "{") counts[table] = (counts[table] ?? 0) + 1;
        opened.push(sign + (names[opened.length] ?? ""));
        names[opened.length] = "";
      } else if (sign === "}" || sign === "]") opened.pop();
    }
  }
  return counts;
}

/** The table whose list is open, and nothing in it. */
function tableAt(opened: readonly string[]): string | undefined {
  const below = opened[1]?.startsWith("[db") === true ? opened.slice(3) : opened.slice(1);
  const [data, table] = below;
  return below.length === 2 && data === "{data" && table?.startsWith("[") === true
    ? table.slice(1)
    : undefined;
}
