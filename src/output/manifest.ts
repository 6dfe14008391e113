import { closeSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundlePathFault, comparePaths, MANIFEST_NAME } from "./bundle-path.ts";
import { isEncoding } from "../domain/encodings.ts";
import type { Encoding } from "../domain/encodings.ts";
import { digestOf, openPlainFile } from "../cache/file-digest.ts";

/** One file of a bundle: its path from the bundle's root, its length, its SHA-256 in hex. */
export interface ManifestEntry {
  path: string;
  bytes: number;
  sha256: string;
  /** A page, a style sheet or a feed of the owner's, copied as it is: what it names is not looked up. */
  asIs?: true;
  /** A packed copy of the file that has its name without the ending. */
  copyAs?: Encoding;
  /** A page in the place of one that was taken down. */
  gone?: true;
  /** Where it is public, it is stored packed; `bytes` and `sha256` are those of the plain file. */
  encoding?: Encoding;
}

/** What a manifest says. */
export interface ManifestText {
  entries: ManifestEntry[];
  /** Address that the bundle is made for, with a closing slash; manifests of earlier versions do not tell it. */
  url?: string;
  /** Whether it shows what is not public yet. */
  preview?: true;
}

/** A bundle's manifest; `digest` is the SHA-256 of the manifest file itself. */
export interface Manifest extends ManifestText {
  digest: string;
}

const VERSION = 1;

/** A manifest that is there but cannot be relied on. */
export class ManifestError extends Error {
  override name = "ManifestError";
  readonly file: string;
  readonly line: number;
  readonly why: string;

  constructor(file: string, line: number, why: string) {
    super(
      `${file}:${line}: ${why}. The manifest was damaged or written by another program. ` +
        `Empty the folder, and build again.`,
    );
    this.file = file;
    this.line = line;
    this.why = why;
  }
}

/**
 * Writes a manifest's text: a header line, then one JSON line for each file, sorted by path. `url` is the address that
 * the bundle is made for; `preview` says that it shows what is not public yet.
 */
export function formatManifest(
  entries: Iterable<ManifestEntry>,
  url?: string,
  preview?: true,
): string {
  const sorted = [...entries].sort((a, b) => comparePaths(a.path, b.path));
  const lines = [JSON.stringify({ stet: VERSION, files: sorted.length, url, preview })];
  for (const { path, bytes, sha256, asIs, copyAs, gone, encoding } of sorted)
    lines.push(JSON.stringify({ path, bytes, sha256, asIs, copyAs, gone, encoding }));
  return lines.join("\n") + "\n";
}

/**
 * Reads the manifest of a bundle; undefined when there is none.
 * Throws ManifestError when it is malformed, cut short, unsorted, or lists a path that could lead
 * out of the bundle.
 */
export function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, MANIFEST_NAME);
  const bytes = readManifestBytes(folder);
  if (bytes === undefined) return undefined;
  return { ...parseManifest(bytes.toString("utf8"), file), digest: digestOf(bytes) };
}

/**
 * Gives the SHA-256 of a bundle's manifest file without reading what it says; undefined when there
 * is none. Throws ManifestError when something else than a file bears its name.
 */
export function manifestDigest(folder: string): string | undefined {
  const bytes = readManifestBytes(folder);
  return bytes === undefined ? undefined : digestOf(bytes);
}

/**
 * Parses a manifest's text; `file` is named in errors. Throws ManifestError.
 */
export function parseManifest(text: string, file: string): ManifestText {
  if (!text.endsWith("\n")) throw new ManifestError(file, 1, "its last line is cut off");
  const lines = text.slice(0, -1).split("\n");
  const { files: expected, url, preview } = parseHeader(lines[0] ?? "", file);
  const entries: ManifestEntry[] = [];
  let previous = "";
  for (let index = 1; index < lines.length; index++) {
    const entry = parseEntry(lines[index] ?? "", file, index + 1);
    if (comparePaths(previous, entry.path) >= 0) {
      throw new ManifestError(file, index + 1, "the path does not come after the one before it");
    }
    previous = entry.path;
    entries.push(entry);
  }
  if (entries.length !== expected) {
    const why = `the header says ${expected} files, but ${entries.length} are listed`;
    throw new ManifestError(file, 1, why);
  }
  return {
    entries,
    ...(url === undefined ? {} : { url }),
    ...(preview === true ? { preview } : {}),
  };
}

function readManifestBytes(folder: string): Buffer | undefined {
  const file = join(folder, MANIFEST_NAME);
  let descriptor: number;
  try {
    descriptor = openPlainFile(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    if (code === "ENOTFILE" || code === "ELOOP") {
      throw new ManifestError(file, 1, "this is not a plain file");
    }
    throw error;
  }
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function parseHeader(line: string, file: string): { files: number; url?: string; preview?: true } {
  const header = parseObject(line, file, 1);
  if (header["stet"] !== VERSION) {
    const why = `the first line is not the header of a version ${VERSION} manifest`;
    throw new ManifestError(file, 1, why);
  }
  const { files, url } = header;
  const preview = header["preview"] === true ? ({ preview: true } as const) : {};
  if (!isCount(files)) throw new ManifestError(file, 1, '"files" is not a number of files');
  if (url === undefined) return { files, ...preview };
  if (typeof url !== "string" || !isHome(url)) {
    throw new ManifestError(file, 1, '"url" is not the address of a publication');
  }
  return { files, url, ...preview };
}

function parseEntry(line: string, file: string, number: number): ManifestEntry {
  const { path, bytes, sha256, asIs, copyAs, gone, encoding } = parseObject(line, file, number);
  if (typeof path !== "string") throw new ManifestError(file, number, '"path" is not a string');
  const fault = bundlePathFault(path);
  if (fault !== undefined) {
    throw new ManifestError(file, number, `${JSON.stringify(path)} is not a bundle path: ${fault}`);
  }
  if (!isCount(bytes)) throw new ManifestError(file, number, '"bytes" is not a length');
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) {
    throw new ManifestError(file, number, '"sha256" is not a SHA-256 in lower-case hex');
  }
  return {
    path,
    bytes,
    sha256,
    ...(asIs === true ? { asIs } : {}),
    ...(isEncoding(copyAs) ? { copyAs } : {}),
    ...(gone === true ? { gone } : {}),
    ...(isEncoding(encoding) ? { encoding } : {}),
  };
}

function parseObject(line: string, file: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Told below, as for any other value that is not an object.
  }
  throw new ManifestError(file, number, "the line is not a JSON object");
}

function isHome(url: string): boolean {
  return /^https?:\/\/[^?#]*\/$/.test(url) && URL.canParse(url);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
