import { join } from "node:path";
import {
  comparePaths,
  isTemporary,
  isTolerated,
  JOURNAL_NAME,
  MANIFEST_NAME,
} from "./bundle-path.ts";
import { referenceReader } from "./bundle-references.ts";
import type { ReferenceReader } from "./bundle-references.ts";
import { readContent } from "./file-references.ts";
import type { FileContent } from "./file-references.ts";
import { walkFolder } from "./folder-walk.ts";
import type { WalkedFile } from "./folder-walk.ts";
import { ManifestError, readManifest } from "./manifest.ts";
import type { Manifest, ManifestEntry } from "./manifest.ts";
import { MissingFiles, namedBy } from "./missing-files.ts";

/** One way in which a folder differs from what its manifest says. */
export interface BundleProblem {
  path: string;
  what: "missing" | "changed" | "unknown" | "unfinished" | "manifest";
  detail: string;
}

/** What a check of a bundle found; `files` and `bytes` count what the manifest lists. */
export interface Verification {
  files: number;
  bytes: number;
  problems: BundleProblem[];
}

/**
 * Checks a bundle against its manifest: every listed file is read and hashed, every other file is
 * reported, and so are the traces of a publication that did not end. Where the manifest tells the
 * publication's address, so is every file that a page, a style sheet or a feed names and the
 * manifest does not list. Problems come sorted by path. Each file is read once, and nothing is
 * written. Throws the system's error when a folder cannot be read.
 */
export function verifyBundle(folder: string): Verification {
  const manifest = tryManifest(folder);
  if ("problem" in manifest) {
    return { files: 0, bytes: 0, problems: [manifest.problem, ...traces(folder)] };
  }
  const present = new Map(walkFolder(folder).map((file) => [file.path, file.kind]));
  const problems: BundleProblem[] = [];
  const missing = new MissingFiles(new Set(manifest.entries.map(({ path }) => path)));
  const read = manifest.url === undefined ? undefined : referenceReader(manifest.url);
  let bytes = 0;
  for (const entry of manifest.entries) {
    bytes += entry.bytes;
    const found = checkEntry(folder, entry, present.get(entry.path), read);
    if ("problem" in found) problems.push(found.problem);
    else missing.add(entry.path, found.named ?? []);
    present.delete(entry.path);
  }
  for (const { path, namedBy: pages } of missing.list()) {
    // One that lies there unlisted is reported as such.
    if (present.has(path)) continue;
    const detail = `The bundle has no such file; it is ${namedBy(pages)}.`;
    problems.push({ path, what: "missing", detail });
  }
  for (const path of present.keys()) {
    const problem = judgeUnlisted(path);
    if (problem !== undefined) problems.push(problem);
  }
  problems.sort((a, b) => comparePaths(a.path, b.path));
  return { files: manifest.entries.length, bytes, problems };
}

function tryManifest(folder: string): Manifest | { problem: BundleProblem } {
  const problem = (detail: string): { problem: BundleProblem } => ({
    problem: { path: MANIFEST_NAME, what: "manifest", detail },
  });
  try {
    return readManifest(folder) ?? problem(`${folder} has no manifest: it is not a bundle.`);
  } catch (error) {
    if (error instanceof ManifestError) return problem(error.message);
    throw error;
  }
}

function traces(folder: string): BundleProblem[] {
  let files: WalkedFile[];
  try {
    files = walkFolder(folder);
  } catch {
    // Without a manifest the folder is rejected already; it may not even exist.
    return [];
  }
  return files
    .map(({ path }) => judgeUnlisted(path))
    .filter((problem) => problem !== undefined)
    .filter(({ what }) => what === "unfinished");
}

function checkEntry(
  folder: string,
  entry: ManifestEntry,
  kind: WalkedFile["kind"] | undefined,
  read: ReferenceReader | undefined,
): FileContent | { problem: BundleProblem } {
  const { path } = entry;
  const problem = (what: "missing" | "changed", detail: string): { problem: BundleProblem } => ({
    problem: { path, what, detail },
  });
  if (kind === undefined) return problem("missing", "The file does not exist.");
  if (kind === "other") return problem("changed", "A link or a special file is in its place.");
  const found = tryContent(join(folder, path), entry, entry.asIs === true ? undefined : read);
  if (found === undefined) return problem("changed", "The file cannot be read.");
  if (found.bytes !== entry.bytes) {
    const detail = `It has ${found.bytes} bytes, but the manifest says ${entry.bytes}.`;
    return problem("changed", detail);
  }
  if (found.sha256 === entry.sha256) return found;
  return problem("changed", `Its SHA-256 is ${found.sha256}.`);
}

function tryContent(
  file: string,
  { path, bytes }: ManifestEntry,
  read: ReferenceReader | undefined,
): FileContent | undefined {
  try {
    return readContent(file, path, bytes, read);
  } catch {
    return undefined;
  }
}

function judgeUnlisted(path: string): BundleProblem | undefined {
  if (path === MANIFEST_NAME || isTolerated(path)) return undefined;
  if (path === JOURNAL_NAME) {
    const detail = "A publication into this folder was interrupted. Build again to finish it.";
    return { path, what: "unfinished", detail };
  }
  if (isTemporary(path)) {
    const detail = "An interrupted publication left this file. Build again to remove it.";
    return { path, what: "unfinished", detail };
  }
  return { path, what: "unknown", detail: "The manifest does not list this file." };
}
