import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { RendererParts } from "./bundled-renderer.ts";
import { emptyFolder } from "../output/clean-folder.ts";
import { digestOf, tryDigestFile } from "../cache/file-digest.ts";
import { walkFolder } from "../output/folder-walk.ts";

/** All that a renderer is bundled from: a value or a digest, by a name for people. */
export type RendererInputs = Readonly<Record<string, string>>;

/** A renderer as Astro has bundled it. */
export interface Renderer {
  parts: RendererParts;
  /** Absolute path of the folder that its style sheets and scripts lie in, as in the bundle. */
  folder: string;
  /** Their paths below it. */
  assets: readonly string[];
}

/** The renderer that is kept, or why it cannot be used, in words that follow "Bundling the renderer". */
export type LoadedRenderer = Renderer | { why: string };

/** What is written beside a renderer that is kept. */
interface Label {
  inputs: RendererInputs;
  parts: Omit<RendererParts, "entry">;
  /** Name of the module that is opened. */
  entry: string;
  /** Digests of its modules and of its assets, by their paths. */
  modules: Digests;
  assets: Digests;
}

type Digests = [path: string, sha256: string][];

/** One line with the digest of the next, which is the label. */
const LABEL = "label.txt";
const MODULES = "modules";
const ASSETS = "assets";

/**
 * Keeps the renderer that Astro has bundled, so that the next build from the same inputs need neither load Astro nor
 * bundle anything. `folder` is absolute; packages must be found from there. Throws the system's errors.
 */
export function saveRenderer(folder: string, inputs: RendererInputs, renderer: Renderer): void {
  const made = `${folder}-made`;
  emptyFolder(made);
  const { entry, ...parts } = renderer.parts;
  const module = fileURLToPath(entry);
  cpSync(dirname(module), join(made, MODULES), { recursive: true });
  for (const asset of renderer.assets)
    cpSync(join(renderer.folder, asset), join(made, ASSETS, asset), { recursive: true });
  const label: Label = {
    inputs: inputsAt(folder, inputs),
    parts,
    entry: basename(module),
    modules: digestsIn(
      join(made, MODULES),
      walkFolder(join(made, MODULES)).map(({ path }) => path),
    ),
    assets: digestsIn(join(made, ASSETS), renderer.assets),
  };
  const text = JSON.stringify(label);
  writeFileSync(join(made, LABEL), `${digestOf(text)}\n${text}`);
  rmSync(folder, { recursive: true, force: true });
  renameSync(made, folder);
}

/** The renderer that is kept in a folder, if it was bundled from these inputs and is whole. */
export function loadRenderer(folder: string, inputs: RendererInputs): LoadedRenderer {
  const text = readText(join(folder, LABEL));
  if (text === undefined) return { why: "none is cached" };
  const end = text.indexOf("\n");
  if (digestOf(text.slice(end + 1)) !== text.slice(0, end)) return DAMAGED;
  const { parts, entry, modules, assets, ...label } = JSON.parse(text.slice(end + 1)) as Label;
  const changed = changedInputs(label.inputs, inputsAt(folder, inputs));
  if (changed.length > 0) return { why: `${changed.join(", ")} changed` };
  if (!areWhole(join(folder, MODULES), modules) || !areWhole(join(folder, ASSETS), assets))
    return DAMAGED;
  return {
    parts: { ...parts, entry: pathToFileURL(join(folder, MODULES, entry)).href },
    folder: join(folder, ASSETS),
    assets: assets.map(([path]) => path),
  };
}

const DAMAGED = { why: "the cached one is damaged" };

function digestsIn(folder: string, paths: readonly string[]): Digests {
  return paths.map((path) => [path, digestOf(readFileSync(join(folder, path)))]);
}

function areWhole(folder: string, digests: Digests): boolean {
  return digests.every(([path, sha256]) => tryDigestFile(join(folder, path))?.sha256 === sha256);
}

/** Modules hold paths of the working folder, which may be copied or moved. */
function inputsAt(folder: string, inputs: RendererInputs): RendererInputs {
  return { ...inputs, "the working folder": folder };
}

function changedInputs(before: RendererInputs, now: RendererInputs): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]);
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
