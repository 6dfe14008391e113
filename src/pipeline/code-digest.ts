import { createHash } from "node:crypto";
import type { Hash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { comparePaths } from "../output/bundle-path.ts";
import { digestOf } from "../cache/file-digest.ts";
import { walkFolder } from "../output/folder-walk.ts";
import type { Roots } from "../settings/settings.ts";
import { stetVersion } from "../settings/stet-version.ts";

/** What makes pages out of content, besides the content itself. */
export interface CodeContext extends Roots {
  environment: Readonly<Record<string, string | undefined>>;
  /** Node's version, `process.version` */
  node: string;
  /** whether all pages are rendered by Astro's own way */
  byAstro: boolean;
}

const PACKAGE_FILES = [
  "package.json",
  "package-lock.json",
  "npm-shrinkwrap.json",
  "node_modules/.package-lock.json",
  "tsconfig.json",
];

const PROJECT_FILES = [".env", ".env.local", ".env.production", ".env.production.local"];

/** They say where and when to build; what that changes is found from content and records. */
const PLACES = new Set(["STET_CONTENT", "STET_OUT", "STET_CACHE", "STET_WORK", "STET_NOW"]);

/**
 * Gives all that can change every page: the code in `src/`, the configuration, the versions of the packages and of
 * Node, the way of rendering, and the variables that reach pages (`STET_*`, `PUBLIC_*`). Each is a SHA-256 in hex, by a name for people; the
 * order is always the same. Throws when `src/` is absent or holds a link to a folder.
 */
export function codeInputs({
  packageRoot,
  projectRoot,
  environment,
  node,
  byAstro,
}: CodeContext): Readonly<Record<string, string>> {
  const inputs: Record<string, string> = {
    "the version of Stet": digestOf(stetVersion(packageRoot)),
    "src/": sourceDigest(packageRoot, ["src"]),
  };
  for (const [root, files] of [
    [packageRoot, PACKAGE_FILES],
    [projectRoot, PROJECT_FILES],
  ] as const) {
    for (const file of files) {
      if (statSync(join(root, file), { throwIfNoEntry: false }))
        inputs[file] = sourceDigest(root, [file]);
    }
  }
  inputs["the version of Node"] = digestOf(node);
  inputs["the way of rendering"] = digestOf(byAstro ? "Astro" : "strings");
  for (const name of Object.keys(environment).sort(comparePaths)) {
    const value = environment[name];
    if (value !== undefined && reachesPages(name)) inputs[name] = digestOf(value);
  }
  return inputs;
}

/** One digest of inputs that have names, in their order: a SHA-256 in hex. */
export function inputsDigest(inputs: Readonly<Record<string, string>>): string {
  return digestOf(JSON.stringify(Object.entries(inputs)));
}

/**
 * Digests a part of the code: `parts` are files and folders, relative to `root`. Gives a
 * SHA-256 in hex. Throws when one is absent.
 */
export function sourceDigest(root: string, parts: readonly string[]): string {
  const digest = createHash("sha256");
  for (const part of parts) {
    if (lstatSync(join(root, part)).isDirectory()) addFolder(digest, root, part);
    else addFile(digest, root, part);
  }
  return digest.digest("hex");
}

function reachesPages(name: string): boolean {
  return name.startsWith("PUBLIC_") || (name.startsWith("STET_") && !PLACES.has(name));
}

function addFolder(digest: Hash, root: string, folder: string): void {
  for (const { path } of walkFolder(join(root, folder))) {
    if (/\.test\.ts$|(^|\/)__snapshots__\//.test(path)) continue;
    const file = `${folder}/${path}`;
    if (statSync(join(root, file)).isFile()) {
      addFile(digest, root, file);
      continue;
    }
    throw new Error(
      `${join(root, file)} is neither a file nor a folder, so a change to its target would go unnoticed. ` +
        `Put the files themselves there.`,
    );
  }
}

function addFile(digest: Hash, root: string, file: string): void {
  add(digest, `file ${file}`, readFileSync(join(root, file)));
}

/** The lengths keep names and contents from running into one another. */
function add(digest: Hash, name: string, content: string | Buffer): void {
  digest.update(`${Buffer.byteLength(name)} ${Buffer.byteLength(content)} ${name} `);
  digest.update(content);
}

/** What of the code reads content, by path; what they read is kept between builds until they change. */
export const READING_PARTS: readonly string[] = [
  "src/domain",
  "src/urls",
  "src/i18n",
  "src/site",
  "src/checks",
  "src/markdown",
  "src/cache",
  "src/loader",
];

/** They name the packages that read, of a checkout and of an installed package. */
const LOCK_FILES = ["package-lock.json", "npm-shrinkwrap.json"];

/** Digest of the code that reads content: the index of another version does not count. */
export function readingDigest(root: string, node: string): string {
  const locked = LOCK_FILES.filter((file) => existsSync(join(root, file)));
  return `${sourceDigest(root, [...READING_PARTS, ...locked])} ${node}`;
}
