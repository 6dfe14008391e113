import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { tryDigestFile } from "../../src/cache/file-digest.ts";
import { walkFolder } from "../../src/output/folder-walk.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { assertBuilt, copyCheckout, buildIn } from "./checkout-commands.ts";
import type { TestBuild, Checkout, Run } from "./checkout-commands.ts";
import { FIXTURE_NOW, removeCodeEntry, writePublication } from "./publication.ts";
import type { Chance } from "./random.ts";

/** A paper that is printed again and again, by a press that remembers and by one that does not. */
export interface World {
  /** Folder of everything here, for changes that need a place. */
  base: string;
  chance: Chance;
  /** Articles that changes have drawn, by their paths then. */
  drawn: Set<string>;
  /** What the next build is told; changes may point it elsewhere. */
  options: TestBuild;
  /** The press that keeps its output, cache and working files. */
  keeping: Checkout;
  /** The press that prints into nothing each time. */
  clean: Checkout;
  /** Whether the publication lists entries that run code, which could bring in any file of the content. */
  runsCode: boolean;
  /** What the clean press has bundled its renderer from; undefined before its first build. */
  bundledFrom?: string;
}

/**
 * Both presses, and where they read and write below `base`; its content is still to be written, and may have entries
 * that run code.
 */
export function worldIn(base: string, chance: Chance, now: string, runsCode: boolean): World {
  return {
    base,
    chance,
    runsCode,
    drawn: new Set(),
    options: buildIn(base, now),
    keeping: copyCheckout(join(base, "press")),
    clean: copyCheckout(join(base, "press with another name")),
  };
}

/**
 * Makes the world of one series: both presses, the fixture, with or without its entry that runs code, and a component
 * that reads a variable.
 */
export async function makeWorld(base: string, chance: Chance, runsCode: boolean): Promise<World> {
  const world = worldIn(base, chance, FIXTURE_NOW, runsCode);
  await writePublication(world.options.content);
  if (!runsCode) removeCodeEntry(world.options.content);
  editCode(world, "src/components/navigation/Footer.astro", (text) =>
    text.replace("</footer>", "  <p>{import.meta.env.PUBLIC_NOTE}</p>\n</footer>"),
  );
  return world;
}

/**
 * Builds with both presses at once and gives how the bundles differ, one text a file. The clean press keeps its
 * renderer, and nothing else, while no file changes that one could be bundled from.
 */
export async function compareBuilds(world: World): Promise<string[]> {
  const nothing = join(world.base, "clean");
  rmSync(nothing, { recursive: true, force: true });
  const bundledFrom = couldBeBundled(world);
  const clean = bundledFrom !== world.bundledFrom;
  if (clean) rmSync(join(world.clean.root, ".stet"), { recursive: true, force: true });
  world.bundledFrom = bundledFrom;
  const options = {
    ...world.options,
    out: join(nothing, "out"),
    cache: join(nothing, "cache"),
    clean,
  };
  const [kept, anew] = await Promise.all([
    world.keeping.build(world.options),
    world.clean.build(options),
  ]);
  assertBuilt(anew);
  assertBuilt(kept);
  return bundleDifferences(readBundle(world.options.out), readBundle(options.out));
}

/** Prose and data files of a publication; no renderer is bundled from them. Without code it is from none but the settings. */
const NEVER_BUNDLED = { withCode: /^[^/]+\/.*\.(?:md|yaml)$/, without: /^[^/]+\// };

/** Paths and digests of more than a renderer could be bundled from: the press, its context, some of the content. */
function couldBeBundled({ options, clean: { root }, runsCode }: World): string {
  const { content, environment } = options;
  const never = runsCode ? NEVER_BUNDLED.withCode : NEVER_BUNDLED.without;
  const checkout = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(root, name));
  for (const folder of ["bin", "src", "scripts", "public"])
    checkout.push(...filesBelow(join(root, folder)));
  const bundled = filesBelow(content, (path) => !never.test(path));
  const digests = [...checkout, ...bundled].map((file) => [file, tryDigestFile(file)?.sha256]);
  return JSON.stringify([environment, digests]);
}

function filesBelow(folder: string, isWanted = (_path: string): boolean => true): string[] {
  return walkFolder(folder).flatMap(({ path }) => (isWanted(path) ? [join(folder, path)] : []));
}

/** Makes the keeping press forget everything, and build. */
export async function startAnew({ keeping, options }: World): Promise<void> {
  for (const folder of [options.out, options.cache])
    rmSync(folder, { recursive: true, force: true });
  await keeping.build(options);
}

/** Builds with the keeping press and expects that to fail, with every byte of the bundle as it was. */
export async function failToBuild(world: World, code: number): Promise<Run> {
  const before = readBundle(world.options.out);
  const run = await world.keeping.build(world.options);
  if (run.code !== code)
    throw new Error(`The build ended with ${run.code}, not ${code}.\n${run.stderr}`);
  const changes = bundleDifferences(readBundle(world.options.out), before);
  if (changes.length > 0)
    throw new Error(`A build that failed changed the bundle:\n${changes.join("\n")}`);
  return run;
}

/** Paths below the content folder, `/`-separated and sorted, that a pattern fits. */
export function contentFiles(world: World, pattern: RegExp): string[] {
  return walkFolder(world.options.content).flatMap(({ path, kind }) =>
    kind === "file" && pattern.test(path) ? [path] : [],
  );
}

/**
 * One of the articles that nothing in MDX refers to, so that it may go or move. None is given twice: what one change
 * is to give back must not have been moved by another.
 */
export function looseArticle(world: World): string {
  const files = contentFiles(world, /^articles\/.*\/tide-note-[^/]*\.md$/);
  const file = world.chance.one(files.filter((one) => !world.drawn.has(one)));
  world.drawn.add(file);
  return file;
}

export function readContent(world: World, file: string): string {
  return readFileSync(join(world.options.content, file), "utf8");
}

/** Changes a text of the publication; throws when that changes nothing. */
export function editContent(world: World, file: string, change: (text: string) => string): void {
  edit(join(world.options.content, file), change);
}

export function removeContent(world: World, file: string): void {
  rmSync(join(world.options.content, file));
}

/** Moves a file of the publication; folders on the way are made. */
export function moveContent(world: World, from: string, to: string): void {
  const { content } = world.options;
  mkdirSync(dirname(join(content, to)), { recursive: true });
  renameSync(join(content, from), join(content, to));
}

/** Changes a file of the press, in both checkouts; a file that is not there begins empty. */
export function editCode(world: World, file: string, change: (text: string) => string): void {
  for (const { root } of [world.keeping, world.clean]) edit(join(root, file), change);
}

/** Removes a file of the press, in both checkouts. */
export function removeCode(world: World, file: string): void {
  for (const { root } of [world.keeping, world.clean]) rmSync(join(root, file));
}

/** Replaces a file by bytes of the same length and sets its time of change back. */
export function replaceInSecret(file: string, bytes: Uint8Array): void {
  const { size, atime, mtime } = statSync(file);
  if (bytes.length !== size)
    throw new Error(`${file} has ${size} bytes, the new ones are ${bytes.length}.`);
  writeFileSync(file, bytes);
  utimesSync(file, atime, mtime);
}

/** Files of the bundle that a pattern fits, sorted. */
export function bundleFiles(world: World, pattern: RegExp): string[] {
  return [...readBundle(world.options.out).keys()].filter((path) => pattern.test(path));
}

function edit(file: string, change: (text: string) => string): void {
  const before =
    statSync(file, { throwIfNoEntry: false }) === undefined ? "" : readFileSync(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`The change of ${file} changes nothing.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, after);
}
