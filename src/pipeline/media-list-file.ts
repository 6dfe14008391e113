import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { storedName } from "../domain/listed-media.ts";
import type { ListedMedia } from "../domain/listed-media.ts";
import { formatMediaList, MEDIA_FILE, parseMediaList } from "../loader/media-list.ts";
import type { MediaLine } from "../loader/media-list.ts";

/** The list was changed while files were sent, and cannot be read any more. */
export class ListDamaged extends Error {
  override name = "ListDamaged";
}

/** The list of the media files of a publication, which is written anew whenever files were added. */
export class MediaList {
  readonly #path: string;
  readonly #unfinished: string;
  /** The list as it was read or written last. */
  #text = "";
  #media = new Map<string, ListedMedia>();
  /** How many files were added since it was read. */
  added: { files: number; bytes: number } = { files: 0, bytes: 0 };

  /** Throws ListDamaged. */
  constructor(content: string) {
    this.#path = join(content, MEDIA_FILE);
    this.#unfinished = join(content, `.${MEDIA_FILE}.${process.pid}.tmp`);
    this.#read();
  }

  get size(): number {
    return this.#media.size;
  }

  /** What is listed of a composed path. */
  get(file: string): ListedMedia | undefined {
    return this.#media.get(file);
  }

  /** Its lines, as they are in the file. */
  get lines(): MediaLine[] {
    return parseMediaList(this.#text).media;
  }

  /** Paths in the store of all that are listed. */
  storedNames(): Set<string> {
    return new Set(Array.from(this.#media.values(), storedName));
  }

  /**
   * Adds files and writes the list, whole under another name first. What others have listed meanwhile stays: sending may
   * take hours. Throws ListDamaged.
   */
  add(media: readonly ListedMedia[]): void {
    if (media.length === 0) return;
    this.#read();
    for (const one of media) {
      this.#media.set(one.file, one);
      this.added.files += 1;
      this.added.bytes += one.bytes;
    }
    this.#text = formatMediaList(this.#media.values());
    writeFileSync(this.#unfinished, this.#text);
    renameSync(this.#unfinished, this.#path);
  }

  #read(): void {
    const text = existsSync(this.#path) ? readFileSync(this.#path, "utf8") : "";
    if (text === this.#text) return;
    const { media, diagnostics } = parseMediaList(text);
    const [fault] = diagnostics;
    if (fault !== undefined)
      throw new ListDamaged(
        `Line ${fault.line} of ${MEDIA_FILE} was changed meanwhile, and lists nothing.`,
      );
    this.#text = text;
    this.#media = new Map(media.map(({ line: _, ...one }) => [one.file, one]));
  }
}
