import { rule } from "../checks/body/unreadable.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ContentFile } from "../cache/content-file.ts";
import type { FileIndex } from "../cache/index-file.ts";
import type { Lost, Readers } from "./readers.ts";
import type { Kind, Read, ReadingOf, ReadOptions } from "./readings.ts";

/** How readings of a kind are kept, and what stands for one that there is not. */
export interface Keeping<Reading> {
  index: FileIndex<Reading>;
  /** Digest of the bytes that a reading is of, where it says so. */
  digestOf: (reading: Reading) => string | undefined;
  /** Whether a reading is still of use though its file is as it was. */
  holds?: (reading: Reading) => boolean;
  /** What a file says that cannot be read; it is not kept. */
  without: (diagnostic: Diagnostic) => Reading;
}

/**
 * What every file of a kind says, by its path, in the order of the files: recalled where its file is as it was, or else
 * read and kept in the index, which the caller saves.
 */
export async function indexedReadings<K extends Kind>(
  options: ReadOptions<K>,
  files: readonly ContentFile[],
  readers: Readers,
  { index, digestOf, holds = () => true, without }: Keeping<ReadingOf<K>>,
): Promise<Map<string, ReadingOf<K>>> {
  const earlier = (file: ContentFile): ReadingOf<K> | undefined => {
    const reading = index.earlier(file);
    return reading !== undefined && holds(reading) ? reading : undefined;
  };
  const known = new Map(files.map((file) => [file, earlier(file) && index.recall(file)] as const));
  const waiting = files.filter((file) => known.get(file) === undefined);
  const asked = waiting.map((file) => {
    const before = earlier(file);
    const digest = before === undefined ? undefined : digestOf(before);
    return { file: file.file, ...(digest === undefined ? {} : { earlier: digest }) };
  });
  const results = asked.length === 0 ? [] : await readers.read(options, asked);
  for (const [at, file] of waiting.entries()) {
    const result = results[at];
    if (result === undefined) continue;
    const diagnostic = unreadDiagnostic(file.file, result);
    if (diagnostic !== undefined) {
      known.set(file, without(diagnostic));
      continue;
    }
    const reading = "reading" in result ? result.reading : index.earlier(file);
    if (reading === undefined) continue;
    index.keep(file, reading);
    known.set(file, reading);
  }
  const readings = new Map<string, ReadingOf<K>>();
  for (const [{ file }, reading] of known) if (reading !== undefined) readings.set(file, reading);
  return readings;
}

/** Why a file was not read, if it was not. */
function unreadDiagnostic(file: string, result: Read<unknown> | Lost): Diagnostic | undefined {
  if ("unreadable" in result) return result.unreadable;
  if (!("lost" in result)) return undefined;
  const { lost, line = 1 } = result;
  return rule.at({ file, line, column: 1 }, { is: lost, isHere: line > 1 });
}
