import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { digestOf } from "../../../src/cache/file-digest.ts";
import { COPY_ENDINGS } from "../../../src/domain/encodings.ts";
import type { Encoding } from "../../../src/domain/encodings.ts";
import { formatManifest } from "../../../src/output/manifest.ts";
import type { ManifestEntry } from "../../../src/output/manifest.ts";
import { readBundle } from "../bundles.ts";
import { openObjectStore } from "./object-store-server.ts";
import type { StoredObject } from "./object-store-server.ts";

/** Somewhere that a bundle can be public. */
export interface Place {
  /** As rclone has it. */
  target: string;
  /** What lies there, by path. */
  files: () => Map<string, Buffer>;
  /** Takes a file away, as somebody else might. */
  lose: (path: string) => void;
  /** How an object store keeps a file; nothing of a folder. */
  stored: (path: string) => StoredObject | undefined;
  /** What an object store was asked to change; nothing of a folder. */
  changes: string[];
  close: () => void;
}

/** A folder on this machine. */
export function openFolder(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "stet-place-"));
  return Promise.resolve({
    target: folder,
    files: () => readBundle(folder),
    lose: (path) => rmSync(join(folder, path)),
    stored: () => undefined,
    changes: [],
    close: () => rmSync(folder, { recursive: true }),
  });
}

/** A path of a bucket; rclone learns of it by the environment of this process. */
export async function openBucket(): Promise<Place> {
  const store = await openObjectStore();
  Object.assign(process.env, {
    RCLONE_CONFIG_PLACE_TYPE: "s3",
    RCLONE_CONFIG_PLACE_PROVIDER: "Other",
    RCLONE_CONFIG_PLACE_ENDPOINT: store.endpoint,
    RCLONE_CONFIG_PLACE_ACCESS_KEY_ID: "id",
    RCLONE_CONFIG_PLACE_SECRET_ACCESS_KEY: "key",
    RCLONE_CONFIG_PLACE_NO_CHECK_BUCKET: "true",
  });
  // rclone's client for S3 refuses to start with one, whatever it holds.
  delete process.env["AWS_CA_BUNDLE"];
  const inside = "papers/main/";
  return {
    target: "place:papers/main",
    files: () =>
      new Map(
        [...store.objects]
          .map(([path, { bytes }]): [string, Buffer] => [path.slice(inside.length), bytes])
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    lose: (path) => store.objects.delete(inside + path),
    stored: (path) => store.objects.get(inside + path),
    changes: store.changes,
    close: store.close,
  };
}

/** How a file of a bundle is written for a test. */
export interface TestFile {
  text: string;
  /** Packed copies beside it. */
  copies?: readonly Encoding[];
}

/** Writes a bundle into a new folder below `base`, and gives the folder. */
export function writeBundle(base: string, files: Record<string, string | TestFile>): string {
  const folder = mkdtempSync(join(base, "bundle-"));
  const entries: ManifestEntry[] = [];
  const write = (path: string, bytes: Buffer, more: Partial<ManifestEntry> = {}): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    entries.push({ path, bytes: bytes.length, sha256: digestOf(bytes), ...more });
  };
  for (const [path, file] of Object.entries(files)) {
    const { text, copies = [] } = typeof file === "string" ? { text: file } : file;
    const bytes = Buffer.from(text);
    write(path, bytes);
    for (const copyAs of copies) {
      const packed = copyAs === "br" ? brotliCompressSync(bytes) : gzipSync(bytes);
      write(path + COPY_ENDINGS[copyAs], packed, { copyAs });
    }
  }
  const text = formatManifest(entries, "https://paper.example/");
  writeFileSync(join(folder, "stet-manifest.jsonl"), text);
  return folder;
}
