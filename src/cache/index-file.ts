import { hash } from "node:crypto";
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isMissing, reasonOf } from "./cache-damage.ts";
import type { OnDamage } from "./cache-damage.ts";
import type { ContentFile } from "./content-file.ts";
import { stampOf } from "./file-stat.ts";
import { SealedLines } from "./sealed-lines.ts";
import { readLineAt, readLines, writeLines } from "./text-lines.ts";
import type { LineSpan } from "./text-lines.ts";

/** One line of an index: a file as it was when it was last read, and what was read from it. */
export interface IndexEntry<Reading> {
  file: string;
  stamp: string;
  reading: Reading;
}

/** What tells whether a reading still holds. */
type StampedFile = Pick<ContentFile, "file" | "stamp">;

/** An entry with the place of the line that it was read from, which is written again as it was. */
interface CachedEntry<Reading> extends IndexEntry<Reading>, LineSpan {}

/** Where content is read from and where what is known of it is kept, absolute; `codeVersion` voids it. */
export interface IndexedFolders {
  content: string;
  cache: string;
  codeVersion: string;
  /** Is told of an index that is damaged; what it should hold is read anew. */
  onDamage?: OnDamage | undefined;
  /** The folder that `content` is a view of: what is known of that one counts, and stays as it is. */
  view?: { of: string } | undefined;
}

/**
 * The index of files of one kind, in a folder of the cache that is called so. There is one for each content folder:
 * two that take turns in one cache would have all their files read every time. `further` is what the readings depend
 * on besides.
 */
export function indexOf<Reading>(
  kind: string,
  { content, cache, codeVersion, onDamage, view }: IndexedFolders,
  ...further: string[]
): FileIndex<Reading> {
  const of = view?.of ?? content;
  return new FileIndex<Reading>({
    path: indexPath(kind, { content: of, cache }),
    owner: `${kind} of ${of}`,
    maker: [codeVersion, ...further].join("\n"),
    onDamage,
    isReadOnly: view !== undefined,
  });
}

/** The path of the index of one kind of a content folder. */
export function indexPath(
  kind: string,
  { content, cache }: Pick<IndexedFolders, "content" | "cache">,
): string {
  return join(cache, kind, `${hash("sha256", content, "hex").slice(0, 16)}.jsonl`);
}

/** Where an index is kept and what it is believed for. */
export interface IndexOptions {
  path: string;
  /** What the index at this path is of: one that says otherwise was put there by mistake. */
  owner: string;
  /** Everything besides the file itself that the readings depend on, and that may change between builds. */
  maker: string;
  onDamage?: OnDamage | undefined;
  /** Whether it stays as it is, whatever is read. */
  isReadOnly?: boolean;
}

const VERSION = 2;

/** Begins an index of the version that had no digests: not damaged, but of no use. */
const WITHOUT_DIGESTS = '{"stet":1,';

/** The first line of an index; `files` is how many lines follow. */
interface Header {
  stet: number;
  owner: string;
  maker: string;
  files: number;
}

/**
 * An index kept between builds as JSON lines: a header that says whose it is and what made it, then one line a file.
 * A file whose stamp is unchanged is not opened again; under another header nothing of the old index counts. Each line
 * carries a digest, so that one which is damaged costs one reading and is never believed.
 */
export class FileIndex<Reading> {
  readonly #options: IndexOptions;
  readonly #lines: SealedLines;
  readonly #known = new Map<string, CachedEntry<Reading>>();
  readonly #next: (IndexEntry<Reading> | CachedEntry<Reading>)[] = [];
  #changed = false;
  /** Of the file that the known entries were read from. */
  #stamp = "";

  constructor(options: IndexOptions) {
    this.#options = options;
    this.#lines = new SealedLines(`${options.owner}\n${options.maker}`);
    try {
      this.#load();
    } catch (error) {
      this.#changed = true;
      if (!isMissing(error))
        this.#tell(`cannot be read (${reasonOf(error)}); its content is read again.`);
    }
  }

  #load(): void {
    const { path } = this.#options;
    this.#stamp = stampOf(statSync(path, { bigint: true }));
    const lines = readLines(path);
    const first = lines.next().value;
    const header = first === undefined ? undefined : HEADERS.open(first);
    const { owner, maker } = this.#options;
    if (isHeader(header) && header.owner === owner && header.maker === maker) {
      this.#remember(lines, { files: header.files, at: (first?.length ?? 0) + 1 });
      return;
    }
    lines.return(undefined);
    this.#changed = true;
    if (header === undefined) {
      if (first?.toString().startsWith(WITHOUT_DIGESTS) === true) return;
      this.#tell("is damaged; its content is read again.");
    } else if (isHeader(header) && header.owner !== owner)
      this.#tell("is not the one that was stored there; its content is read again.");
  }

  #remember(lines: Iterable<Buffer>, { files, at }: { files: number; at: number }): void {
    let count = 0;
    for (const line of lines) {
      count += 1;
      const span = { at, length: line.length };
      at += line.length + 1;
      // The digest vouches for the form: nothing else is sealed for this owner and maker.
      const entry = this.#lines.open(line) as IndexEntry<Reading> | undefined;
      if (entry !== undefined) this.#known.set(entry.file, { ...entry, ...span });
    }
    if (count === files && this.#known.size === files) return;
    this.#changed = true;
    const lost = files - this.#known.size;
    this.#tell(
      lost > 0
        ? `is damaged: ${lost} of its ${files} entries are invalid, and their files are read again.`
        : "is damaged: it contains lines that do not belong there, and is written again.",
    );
  }

  #tell(what: string): void {
    this.#options.onDamage?.(`The cache file ${this.#options.path} ${what}`);
  }

  /** The kept reading of a file if the file is as it was. */
  recall(file: StampedFile): Reading | undefined {
    const entry = this.#current(file);
    if (entry !== undefined) this.#next.push(entry);
    return entry?.reading;
  }

  /** The same, for a file that `keep` or `recall` is still to be called for. */
  peek(file: StampedFile): Reading | undefined {
    return this.#current(file)?.reading;
  }

  #current({ file, stamp }: StampedFile): CachedEntry<Reading> | undefined {
    const entry = this.#known.get(file);
    return stamp !== "" && entry?.stamp === stamp ? entry : undefined;
  }

  /** All readings that are known from before. */
  *readings(): Generator<Reading> {
    for (const { reading } of this.#known.values()) yield reading;
  }

  /** What was read from a file of that name before it changed, or before it was laid there anew. */
  earlier({ file }: Pick<ContentFile, "file">): Reading | undefined {
    return this.#known.get(file)?.reading;
  }

  /** Keeps a reading for the next build. */
  keep(file: StampedFile, reading: Reading): void {
    this.#changed = true;
    this.#next.push({ file: file.file, stamp: file.stamp, reading });
  }

  /**
   * Writes the index if anything in it changed: whole under another name first, so a kill leaves the old one. Where it
   * cannot be written the next build reads again; that is told, and ends nothing.
   */
  save(): void {
    if (this.#options.isReadOnly === true) return;
    if (!this.#changed && this.#next.length === this.#known.size) return;
    const { path, owner, maker } = this.#options;
    const header: Header = { stet: VERSION, owner, maker, files: this.#next.length };
    const fresh = `${path}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      try {
        writeLines(fresh, this.#written(header));
        renameSync(fresh, path);
      } catch (error) {
        rmSync(fresh, { force: true });
        throw error;
      }
    } catch (error) {
      this.#tell(`cannot be written (${reasonOf(error)}); the next build reads again.`);
    }
  }

  /**
   * Lines that are known are taken from the file that they lie in, many at a time where they follow one another: held,
   * they would take as much room as their readings.
   */
  *#written(header: Header): Generator<Buffer> {
    yield HEADERS.seal(header);
    const before = this.#openBefore();
    try {
      for (const { entries, span } of runsOf(this.#next)) {
        const lines =
          before !== undefined && span !== undefined ? readLineAt(before, span) : undefined;
        if (lines !== undefined) yield lines;
        else
          for (const { file, stamp, reading } of entries)
            yield this.#lines.seal({ file, stamp, reading });
      }
    } finally {
      if (before !== undefined) closeSync(before);
    }
  }

  /** The file that the known entries were read from, where no other lies in its place by now. */
  #openBefore(): number | undefined {
    if (this.#known.size === 0) return undefined;
    let file: number | undefined;
    try {
      file = openSync(this.#options.path, "r");
      if (stampOf(fstatSync(file, { bigint: true })) === this.#stamp) return file;
    } catch {
      // It is gone.
    }
    if (file !== undefined) closeSync(file);
    return undefined;
  }
}

/** So much of an index is held at once while it is written. */
const MOST_RUN_BYTES = 1_000_000;

/** Entries that follow one another, with the place of all their lines; one that has no line alone, without a place. */
function* runsOf<Reading>(
  next: readonly (IndexEntry<Reading> | CachedEntry<Reading>)[],
): Generator<{ entries: IndexEntry<Reading>[]; span?: LineSpan }> {
  let entries: IndexEntry<Reading>[] = [];
  let span: LineSpan | undefined;
  for (const entry of next) {
    if (
      span !== undefined &&
      "at" in entry &&
      entry.at === span.at + span.length + 1 &&
      span.length < MOST_RUN_BYTES
    ) {
      entries.push(entry);
      span.length += 1 + entry.length;
      continue;
    }
    if (span !== undefined) yield { entries, span };
    entries = [entry];
    span = "at" in entry ? { at: entry.at, length: entry.length } : undefined;
    if (span === undefined) yield { entries };
  }
  if (span !== undefined) yield { entries, span };
}

/** Whoever it belongs to, a header can be read: it says so itself. */
const HEADERS = new SealedLines("header");

function isHeader(value: unknown): value is Header {
  return typeof value === "object" && value !== null && "stet" in value && value.stet === VERSION;
}
