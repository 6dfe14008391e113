import { parse as parseTomlText, TomlError } from "smol-toml";
import { LineCounter, parseDocument } from "yaml";
import { jsonFaultAt } from "../../domain/json-fault.ts";
import { isImpossibleDay } from "./written-date.ts";
import { asValues, isValues, normalValue } from "./values.ts";
import type { Value, Values } from "./values.ts";

/** What is wrong with data, and where in its text, both counted from 1. */
export interface DataFault {
  line: number;
  column: number;
  what: string;
}

/** Data as it was read: its value, or what keeps it from being read. */
export type ParsedData = { value: Value | undefined } | { faults: DataFault[] };

export type DataSyntax = "yaml" | "toml" | "json";

/** Reads a text of data. All single values are texts as they were written, so that `1.10` stays `1.10`. */
export function parseData(text: string, syntax: DataSyntax): ParsedData {
  if (syntax === "yaml") return parseYaml(text);
  return syntax === "toml" ? parseToml(text) : parseJson(text);
}

/** The mapping that data holds; empty where it holds something else. */
export function parsedValues(data: ParsedData): Values {
  return "value" in data ? asValues(data.value) : {};
}

/** Whether data was read, and holds a mapping or nothing. */
export function isMapping(data: ParsedData): boolean {
  return "value" in data && (data.value === undefined || data.value === "" || isValues(data.value));
}

function parseYaml(text: string): ParsedData {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ message, pos: [at] }) => {
      const { line, col } = lines.linePos(at);
      return { line, column: col, what: oneLine(message) };
    });
    return { faults };
  }
  try {
    return { value: normalValue(document.toJS({ maxAliasCount: 100 })) };
  } catch (error) {
    return { faults: [{ line: 1, column: 1, what: oneLine(messageOf(error)) }] };
  }
}

/** Dates that are written as such, which the parser takes to the next month where there is no such day. */
const TOML_DATE = /^[^#"'\n]*=\s*(\d{4}-\d\d-\d\d)/;

function parseToml(text: string): ParsedData {
  const impossible = text.split("\n").flatMap((line, index) => {
    const day = TOML_DATE.exec(line)?.[1];
    if (day === undefined || !isImpossibleDay(day)) return [];
    return [{ line: index + 1, column: line.indexOf(day) + 1, what: `there is no day ${day}` }];
  });
  if (impossible.length > 0) return { faults: impossible };
  try {
    return { value: normalValue(parseTomlText(text)) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const what = oneLine(error.message.split("\n")[0] ?? "");
    return { faults: [{ line: error.line, column: error.column, what }] };
  }
}

function parseJson(text: string): ParsedData {
  try {
    return { value: normalValue(JSON.parse(text.replace(/^\uFEFF/, ""))) };
  } catch (error) {
    const what = oneLine(messageOf(error));
    const at = jsonFaultAt(text.replace(/^\uFEFF/, " ")) ?? text.length;
    const before = text.slice(0, at);
    const line = before.split("\n").length;
    return { faults: [{ line, column: at - before.lastIndexOf("\n"), what }] };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
