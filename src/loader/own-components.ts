import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Component } from "../markdown/components/component.ts";
import { setOwnComponents } from "../markdown/components/find-component.ts";
import { ownComponent } from "../markdown/components/own-component.ts";

/** The components of a publication's own, as any process loads them; plain data. */
export interface ComponentFiles {
  /** Absolute path of a copy of their folder that never changes. */
  folder: string;
  /** Names of files in it, each `Poll.ts` or `Poll.js`. */
  files: readonly string[];
}

/** Why a file gives no component: its code does not run, with the place where that is known, or it exports another thing. */
export type LoadFault =
  | { is: "broken"; reason: string; file: string; line: number; column: number }
  | { is: "shape"; faults: string[]; file: string; line: number; column: number };

// By Node itself: in development Vite would take an import for one of its own modules, and report faults in its way.
const require = createRequire(import.meta.url);

/** The folder that was loaded last in this process. */
let current: { folder: string; faults: Promise<LoadFault[]> } | undefined;

/**
 * Loads the components of a publication into this process, in the place of those of another one, and gives what is wrong
 * with them. Nothing is loaded twice.
 */
export function loadOwnComponents(files: ComponentFiles | undefined): Promise<LoadFault[]> {
  if (files === undefined) {
    if (current !== undefined) setOwnComponents(new Map());
    current = undefined;
    return Promise.resolve([]);
  }
  const key = JSON.stringify(files);
  if (current?.folder !== key) current = { folder: key, faults: loadAll(files) };
  return current.faults;
}

async function loadAll({ folder, files }: ComponentFiles): Promise<LoadFault[]> {
  const components = new Map<string, Component | undefined>();
  const faults: LoadFault[] = [];
  for (const file of files) {
    const at = { file, line: 1, column: 1 };
    const name = file.replace(/\.[tj]s$/, "");
    components.set(name, undefined);
    try {
      const module = require(join(folder, file)) as object;
      const exported = "component" in module ? module.component : undefined;
      const made = ownComponent(name, exported);
      if ("component" in made) components.set(name, made.component);
      else faults.push({ is: "shape", ...made, ...at });
    } catch (error) {
      faults.push(await brokenFault(error, folder, file));
    }
  }
  setOwnComponents(components);
  return faults;
}

/** What an import has thrown, with the place in the folder that its stack or its report names first. */
async function brokenFault(error: unknown, folder: string, file: string): Promise<LoadFault> {
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const reason = message
    .replaceAll(`${pathToFileURL(folder).href}/`, "components/")
    .replaceAll(`${folder}/`, "components/")
    .replace(/\s+/g, " ")
    .replace(/\.$/, "");
  const broken = { is: "broken", reason } as const;
  const name = folder.slice(dirname(folder).length + 1);
  const [, at = file, line, column] =
    new RegExp(`${name}/([^:\\s]+):(\\d+)(?::(\\d+))?`).exec(stack) ?? [];
  if (line !== undefined)
    return { ...broken, file: at, line: Number(line), column: Number(column ?? columnOf(stack)) };
  const found = error instanceof SyntaxError ? await syntaxFault(join(folder, file)) : undefined;
  return { ...broken, file, line: 1, column: 1, ...found };
}

/** Of a syntax error Node shows the line, and a mark below it. */
function columnOf(stack: string): number {
  const [, , mark = ""] = stack.split("\n");
  return /^ *\^/.test(mark) ? mark.indexOf("^") + 1 : 1;
}

/** Where a script ends to be one; Node does not tell that of modules. */
async function syntaxFault(path: string): Promise<{ line: number; column: number } | undefined> {
  const { parse } = await import("acorn");
  try {
    parse(readFileSync(path, "utf8"), { ecmaVersion: "latest", sourceType: "module" });
    return undefined;
  } catch (error) {
    const { loc } = error as { loc?: { line: number; column: number } };
    return loc && { line: loc.line, column: loc.column + 1 };
  }
}

/** Bytes of files, by their paths below a folder. */
export type FolderBytes = ReadonlyMap<string, Buffer>;

/** Digest of the files of a folder: a SHA-256 in hex. */
export function digestOfFiles(files: FolderBytes): string {
  const digest = createHash("sha256");
  for (const [path, bytes] of files)
    digest.update(`${Buffer.byteLength(path)} ${bytes.length} ${path} `).update(bytes);
  return digest.digest("hex");
}

/**
 * Copies files into a folder of the cache that is called after what they hold, and gives its path: every process of a
 * build loads what was checked, and development loads anew what changed. Copies of other states of the same `owner` go.
 * Undefined where that cannot be written.
 */
export function keepFolder(cache: string, owner: string, files: FolderBytes): string | undefined {
  const parent = join(
    cache,
    "components",
    digestOfFiles(new Map([[owner, Buffer.of()]])).slice(0, 16),
  );
  const name = digestOfFiles(files).slice(0, 16);
  try {
    mkdirSync(parent, { recursive: true });
    const others = readdirSync(parent).filter((one) => one !== name);
    if (others.length === readdirSync(parent).length) {
      const made = mkdtempSync(join(parent, ".made-"));
      // Without it Node takes them for scripts of the old kind, and says so.
      writeFileSync(join(made, "package.json"), '{ "type": "module" }\n');
      for (const [path, bytes] of files) {
        mkdirSync(dirname(join(made, path)), { recursive: true });
        writeFileSync(join(made, path), bytes);
      }
      renameSync(made, join(parent, name));
    }
    for (const other of others) rmSync(join(parent, other), { recursive: true, force: true });
    return join(parent, name);
  } catch {
    return undefined;
  }
}
