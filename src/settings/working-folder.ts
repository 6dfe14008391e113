import { mkdirSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { statOf } from "../cache/file-stat.ts";
import { isInside, resolveLinks } from "../output/output-folder.ts";
import { SettingsError } from "./settings.ts";
import type { Settings } from "./settings.ts";

/**
 * Marks the folder as Stet's own, and as one that backups need not hold.
 * Its first line is that of the Cache Directory Tagging Specification, version 0.6.
 */
const TAG_NAME = "CACHEDIR.TAG";
const TAG = `Signature: 8a477f597d28d172789f06886806bc55
# The working folder of Stet. Everything in it can be made anew; delete it at any time.
`;

/** Astro and Vite take a path for an address in places, where these have a meaning of their own. */
const MISREAD = process.platform === "win32" ? /[#%?"]/ : /[#%?"\\]/;

/** What may lie in a folder that is not marked yet: Node puts it there before the first build looks. */
const UNMARKED = new Set(["compile-cache"]);

/** The parts of a working folder, absolute. None but `renderer` outlives the build that made it. */
export interface WorkingFolder {
  /** Held by the build that works in the folder. */
  lock: string;
  /** The project that Astro builds: links to the code and to the content, and all that Astro and Vite leave. */
  astro: string;
  /** What will be published: Astro writes into it. */
  staging: string;
  /** The search index under way; beside the staging folder, since Astro empties that when it begins. */
  search: string;
  /** The renderer, kept for the next build. */
  renderer: string;
  /** A link to the packages that Stet uses: modules that Astro has bundled lie beside it, and import them by name. */
  packages: string;
}

/** The working folder of a development server; its own, so that a build may run beside it. */
export interface DevFolder {
  lock: string;
  astro: string;
}

/**
 * Makes sure that there is a working folder and that it is marked as Stet's own. Nothing in it is touched: another build
 * may be at work there.
 *
 * Throws SettingsError when the folder would put files of somebody else at risk, or cannot be written.
 */
export function openWorkingFolder(settings: Settings): WorkingFolder {
  assertWorkingFolder(settings);
  const work = makeFolder(settings.work);
  return {
    lock: join(work, "lock"),
    astro: join(work, "astro"),
    staging: join(work, "staging"),
    search: join(work, "search"),
    renderer: join(work, "renderer"),
    packages: join(work, "node_modules"),
  };
}

/** The folders of development servers in a working folder that was opened; several may run at once. */
export function* devFolders(work: string): Generator<DevFolder> {
  for (let number = 1; ; number += 1) {
    const folder = join(resolveLinks(work), "dev", String(number));
    yield { lock: `${folder}.lock`, astro: folder };
  }
}

/** Makes a link to a folder, unless it stands already; what else stands in its place goes. */
export function linkFolder(target: string, link: string): void {
  if (linkedTo(link) === target) return;
  rmSync(link, { recursive: true, force: true });
  // A junction needs no right that people on Windows lack; elsewhere the type means nothing.
  symlinkSync(target, link, "junction");
}

function linkedTo(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}

/** Gives the folder with its links resolved: Astro compares it with the current one letter by letter. */
function makeFolder(work: string): string {
  try {
    mkdirSync(work, { recursive: true });
    const directory = resolveLinks(work);
    writeFileSync(join(directory, TAG_NAME), TAG);
    return directory;
  } catch (error) {
    throw new SettingsError(
      `The working folder ${work} cannot be used: ${messageOf(error)}. ` +
        "Name a folder that can be written (STET_WORK).",
    );
  }
}

function assertWorkingFolder({ packageRoot, projectRoot, content, out, work }: Settings): void {
  const directory = resolveLinks(work);
  const others = {
    "the content folder": content,
    "the output folder": out,
    "the project": projectRoot,
    "the folder of Stet": packageRoot,
    "your home folder": homedir(),
  };
  for (const [what, folder] of Object.entries(others)) {
    const other = resolveLinks(folder);
    if (directory === other) throw refusal(work, `is ${what}`);
    if (isInside(other, directory)) throw refusal(work, `contains ${what} (${folder})`);
  }
  const [misread] = MISREAD.exec(directory) ?? [];
  if (misread !== undefined)
    throw new SettingsError(
      `The working folder ${directory} has the character ${misread} in its path, which Astro reads as part of an address. ` +
        `Name a folder without it: STET_WORK=${join(tmpdir(), "stet-work")}`,
    );
  if (isInside(directory, resolveLinks(content)))
    throw refusal(work, `is inside the content folder (${content})`);
  if (isInside(directory, resolveLinks(out)))
    throw refusal(work, `is inside the output folder (${out})`);
  if (directory !== resolveLinks(join(projectRoot, ".stet"))) assertOwn(work, directory);
}

function assertOwn(work: string, directory: string): void {
  const stats = statOf(directory);
  if (stats === undefined) return;
  if (!stats.isDirectory()) throw refusal(work, "is not a folder");
  if (tagOf(directory) === TAG) return;
  const foreign = readdirSync(directory)
    .filter((name) => !UNMARKED.has(name))
    // Its name alone would say nothing: other tools mark their folders so too.
    .sort((a, b) => Number(a === TAG_NAME) - Number(b === TAG_NAME))[0];
  if (foreign !== undefined)
    throw refusal(work, `contains files that Stet did not write ("${foreign}", for example)`);
}

function tagOf(directory: string): string | undefined {
  try {
    return readFileSync(join(directory, TAG_NAME), "utf8");
  } catch {
    return undefined;
  }
}

function refusal(work: string, why: string): SettingsError {
  return new SettingsError(
    `The working folder ${work} ${why}. Builds delete files in their working folder, so they need ` +
      `their own. Name an empty folder (STET_WORK).`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
