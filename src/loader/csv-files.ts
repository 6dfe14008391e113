import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ChartTable } from "../markdown/chart/chart-table.ts";
import type { ContentFile } from "../cache/content-file.ts";
import type { ContentFiles } from "./content-lists.ts";
import { indexOf } from "../cache/index-file.ts";
import type { IndexedFolders } from "../cache/index-file.ts";
import type { References } from "./references.ts";
import { imageSource } from "../urls/image-source.ts";
import { unreadableDiagnostic } from "./unreadable.ts";

/** Largest file of figures that is read, in bytes. */
export const LARGEST_DATA = 500_000;

/** What a file of figures gives: the figures, or every fault; neither where it is too large to be read. */
export interface ParsedData {
  table?: ChartTable;
  diagnostics: Diagnostic[];
  tooLarge?: true;
}

/**
 * Reads the files of figures that texts mention, by path below the content folder. One that is as it was in an
 * earlier build is not opened.
 */
export async function readData(
  folders: IndexedFolders,
  files: ContentFiles,
  texts: readonly References[],
): Promise<Map<string, ParsedData>> {
  const readings = new Map<string, ParsedData>();
  const wanted = new Set(texts.flatMap(csvFiles));
  if (wanted.size === 0) return readings;
  const index = indexOf<ParsedData>("data", folders);
  for (const path of wanted) {
    const file = files.assets.get(path) ?? files.publicFiles.get(path);
    if (file === undefined) continue;
    let reading = index.recall(file);
    if (reading === undefined) {
      reading = await readFile(folders.content, file);
      index.keep(file, reading);
    }
    readings.set(path, reading);
  }
  index.save();
  return readings;
}

/** What reads figures is loaded when there are some to read. */
async function readFile(content: string, { file, bytes }: ContentFile): Promise<ParsedData> {
  if (bytes > LARGEST_DATA) return { tooLarge: true, diagnostics: [] };
  try {
    const { csvTable } = await import("./csv-table.ts");
    return csvTable(readFileSync(join(content, file)), file);
  } catch (error) {
    return { diagnostics: [unreadableDiagnostic(file, error)] };
  }
}

/** Content paths of the files of figures that a text references. */
function csvFiles({ metadata, file }: References): string[] {
  return (metadata.drawn ?? []).flatMap(({ src }) => {
    const source = src === undefined ? undefined : imageSource(src, file);
    return source?.kind === "file" ? [source.file] : [];
  });
}

/** The figures that these texts show, by path below the content folder. */
export function shownData(
  texts: readonly References[],
  readings: ReadonlyMap<string, ParsedData>,
): Record<string, ChartTable> {
  const shown: Record<string, ChartTable> = {};
  for (const file of texts.flatMap(csvFiles)) {
    const table = readings.get(file)?.table;
    if (table !== undefined) shown[file] = table;
  }
  return shown;
}
