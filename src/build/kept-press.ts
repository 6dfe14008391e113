import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { PressParts } from "./astro-insides.ts";
import { emptyFolder } from "./clean-folder.ts";
import { digestOf, tryDigestFile } from "./file-digest.ts";
import { walkFolder } from "./folder-walk.ts";

/** What is written beside a press that is kept. */
interface Label {
  /** Of everything that the press was bundled from. */
  key: string;
  parts: Omit<PressParts, "entry">;
  /** Name of the module that is opened. */
  entry: string;
  /** Digests of its modules, by their paths. */
  modules: [path: string, sha256: string][];
}

const LABEL = "press.json";
const MODULES = "modules";

/**
 * Keeps the press that Astro has bundled, so that the next build with the same code need neither load Astro nor bundle
 * anything. `root` is the checkout: the modules import packages from there. Throws the system's errors.
 */
export function keepPress(root: string, key: string, parts: PressParts): void {
  const made = join(root, ".stet", "press-made");
  emptyFolder(made);
  const { entry, ...others } = parts;
  const module = fileURLToPath(entry);
  cpSync(dirname(module), join(made, MODULES), { recursive: true });
  const place = placeOf(root);
  const label: Label = {
    key: keyAt(place, key),
    parts: others,
    entry: basename(module),
    modules: walkFolder(join(made, MODULES)).map(({ path }) => [
      path,
      digestOf(readFileSync(join(made, MODULES, path))),
    ]),
  };
  writeFileSync(join(made, LABEL), JSON.stringify(label));
  rmSync(place, { recursive: true, force: true });
  renameSync(made, place);
}

/** The press that is kept, if it was bundled from the same and every module of it is whole. */
export function keptPress(root: string, key: string): PressParts | undefined {
  const place = placeOf(root);
  try {
    const label = JSON.parse(readFileSync(join(place, LABEL), "utf8")) as Label;
    const isWhole = ([path, sha256]: Label["modules"][number]): boolean =>
      tryDigestFile(join(place, MODULES, path))?.sha256 === sha256;
    if (label.key !== keyAt(place, key) || !label.modules.every(isWhole)) return undefined;
    return { ...label.parts, entry: pathToFileURL(join(place, MODULES, label.entry)).href };
  } catch {
    // None is kept, or what is there is damaged: Astro bundles it anew.
    return undefined;
  }
}

/** Modules may hold the paths of the checkout, which may be copied or moved. */
function keyAt(place: string, key: string): string {
  return digestOf(`${key} ${place}`);
}

function placeOf(root: string): string {
  return join(root, ".stet", "press");
}
