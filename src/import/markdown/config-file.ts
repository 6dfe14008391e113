import { parseData, parsedValues } from "./source-data.ts";
import type { DataSyntax } from "./source-data.ts";
import { readLiteralConfig } from "./literal-config.ts";
import type { LiteralConfig } from "./literal-config.ts";
import type { SourceFolder } from "./source-folder.ts";
import { fileEnding } from "../../domain/publishable-types.ts";
import type { Values } from "./values.ts";

const SYNTAX: Readonly<Record<string, DataSyntax>> = {
  yml: "yaml",
  yaml: "yaml",
  toml: "toml",
  json: "json",
};

/** Endings of files that hold data. */
export const DATA_ENDINGS = Object.keys(SYNTAX);

/** The values of a file of data; empty where it cannot be read, which is added to the faults. */
export function readDataFile(folder: SourceFolder, path: string, faults: string[]): Values {
  const read = folder.text(path);
  if ("faults" in read) {
    faults.push(...read.faults);
    return {};
  }
  const data = parseData(read.text, SYNTAX[fileEnding(path)] ?? "yaml");
  if ("faults" in data)
    faults.push(
      ...data.faults.map(({ line, column, what }) => `${path}:${line}:${column}: ${what}`),
    );
  return parsedValues(data);
}

/** The first of some files that there is. */
export function firstFile(folder: SourceFolder, paths: readonly string[]): string | undefined {
  return paths.find((path) => folder.has(path));
}

/** Reads a configuration that is a program; the notes say what of it could not be read. */
export function readProgram(
  folder: SourceFolder,
  path: string,
  notes: { file?: string; what: string }[],
): LiteralConfig {
  const read = folder.text(path);
  if ("faults" in read)
    return { values: {}, calls: [], exports: {}, unread: read.faults, functions: [] };
  const config = readLiteralConfig(read.text, /\.[cm]?ts$/.test(path));
  if (config.unread.length > 0)
    notes.push({
      file: path,
      what: `not run, so not known: line ${config.unread.slice(0, 8).join("; line ")}${config.unread.length > 8 ? `; and ${config.unread.length - 8} more` : ""}`,
    });
  return config;
}
