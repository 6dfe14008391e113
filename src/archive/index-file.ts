import { hash } from "node:crypto";
import { mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ContentFile } from "./content-file.ts";
import { readLines, writeLines } from "./text-lines.ts";

/** One line of an index: a file as it was when it was last read, and what was read from it. */
export interface IndexEntry<Reading> {
  file: string;
  stamp: string;
  reading: Reading;
}

/** An entry with the line that it was read from, which is written again as it was. */
interface KeptEntry<Reading> extends IndexEntry<Reading> {
  line: string;
}

/** Where content is read from and where what is known of it is kept, absolute; `codeVersion` voids it. */
export interface IndexedFolders {
  content: string;
  cache: string;
  codeVersion: string;
}

/**
 * The index of files of one kind, in a folder of the cache that is called so. There is one for each content folder:
 * two that take turns in one cache would have all their files read every time. `further` is what the readings depend
 * on besides.
 */
export function indexOf<Reading>(
  kind: string,
  { content, cache, codeVersion }: IndexedFolders,
  ...further: string[]
): FileIndex<Reading> {
  const name = hash("sha256", content, "hex").slice(0, 16);
  return new FileIndex<Reading>(
    join(cache, kind, `${name}.jsonl`),
    [codeVersion, content, ...further].join("\n"),
  );
}

/**
 * An index kept between builds as JSON lines: a header that says what made it, then one line a file.
 * A file whose stamp is unchanged is not opened again; under another header nothing of the old index counts.
 */
export class FileIndex<Reading> {
  readonly #path: string;
  readonly #header: string;
  readonly #known = new Map<string, KeptEntry<Reading>>();
  readonly #next: string[] = [];
  #changed = false;

  /** `maker` names everything besides the file itself that the readings depend on. */
  constructor(path: string, maker: string) {
    this.#path = path;
    this.#header = JSON.stringify({ stet: 1, maker });
    try {
      const lines = readLines(path);
      if (lines.next().value === this.#header) {
        for (const line of lines) this.#remember(line);
        return;
      }
      lines.return(undefined);
    } catch {
      // There is none yet.
    }
    this.#changed = true;
  }

  #remember(line: string): void {
    const entry = parseEntry<Reading>(line);
    if (entry === undefined) this.#changed = true;
    else this.#known.set(entry.file, { ...entry, line });
  }

  /** The kept reading of a file if the file is as it was. */
  recall(file: ContentFile): Reading | undefined {
    const entry = this.#known.get(file.file);
    if (entry === undefined || file.stamp === "" || entry.stamp !== file.stamp) return undefined;
    this.#next.push(entry.line);
    return entry.reading;
  }

  /** What was read from a file of that name before it changed, or before it was laid there anew. */
  earlier({ file }: ContentFile): Reading | undefined {
    return this.#known.get(file)?.reading;
  }

  /** Keeps a reading for the next build. */
  keep(file: ContentFile, reading: Reading): void {
    this.#changed = true;
    const entry: IndexEntry<Reading> = { file: file.file, stamp: file.stamp, reading };
    this.#next.push(JSON.stringify(entry));
  }

  /** Writes the index if anything in it changed: whole under another name first, so a kill leaves the old one. */
  save(): void {
    if (!this.#changed && this.#next.length === this.#known.size) return;
    mkdirSync(dirname(this.#path), { recursive: true });
    const fresh = `${this.#path}.${process.pid}.tmp`;
    writeLines(fresh, [this.#header, ...this.#next]);
    renameSync(fresh, this.#path);
  }
}

/** A damaged line is a file not read yet. */
function parseEntry<Reading>(line: string): IndexEntry<Reading> | undefined {
  try {
    return JSON.parse(line) as IndexEntry<Reading>;
  } catch {
    return undefined;
  }
}
