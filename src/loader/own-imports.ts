import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { rule as importRule } from "../checks/part/import.ts";
import type { ImportFault } from "../checks/part/import.ts";
import { rule as slotRule } from "../checks/part/slot.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { moduleImports } from "./module-imports.ts";
import type { FolderBytes } from "./own-components.ts";

/** A folder of the owner's code. */
export interface CodeFolder {
  folder: "components" | "slots";
  /** What it holds. */
  bytes: FolderBytes;
  /** The path below the content folder as it is on the disk, of a path in the folder. */
  fileOf: (path: string) => string;
}

/** The endings that Vite tries where an import has none, and those that stand for others. */
const ENDINGS = ["", ".ts", ".js", ".mjs", ".mts", ".json", "/index.ts", "/index.js"];

/**
 * What is wrong with the imports of code of the owner's, and in `slots/` with its syntax: of `entries`, paths in the
 * folder, and of what they import there.
 */
export async function importDiagnostics(
  entries: readonly string[],
  code: CodeFolder,
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set(entries);
  for (const path of seen) {
    const text = code.bytes.get(path)?.toString("utf8");
    if (text === undefined || !/\.(?:astro|m?[jt]s)$/.test(path)) continue;
    const read = await moduleImports(text, path);
    const file = code.fileOf(path);
    if ("fault" in read) {
      const { reason, ...at } = read.fault;
      // Of components for articles Node says that itself.
      if (code.folder === "slots") diagnostics.push(slotRule.at({ file, ...at }, { reason }));
      continue;
    }
    for (const { specifier, ...at } of read.imports) {
      const found = resolveImport(specifier, path, code);
      if (typeof found === "string") seen.add(found);
      else if (found !== undefined) diagnostics.push(importRule.at({ file, ...at }, found));
    }
  }
  return diagnostics;
}

/** The file of the folder that an import leads to, what is wrong with it, or nothing for what lies elsewhere. */
function resolveImport(
  specifier: string,
  importer: string,
  { folder, bytes }: CodeFolder,
): string | ImportFault | undefined {
  const fault = { specifier, folder };
  if (/^\.\.?(?:\/|$)/.test(specifier)) {
    const path = posix.join(posix.dirname(importer), specifier.replace(/[?#].*/s, ""));
    if (path.startsWith("../") || path === "..") return { ...fault, is: "outside" };
    const found = candidates(path, folder).find((one) => bytes.has(one));
    if (found !== undefined) return found;
    const near = nearestName(path, [...bytes.keys()]);
    const typed = near === undefined ? undefined : posix.relative(posix.dirname(importer), near);
    return {
      ...fault,
      is: "absent",
      near: typed === undefined || typed.startsWith("../") ? typed : `./${typed}`,
    };
  }
  if (specifier.startsWith("/") || specifier.startsWith("file:"))
    return { ...fault, is: specifier.startsWith("/src/") ? "stet" : "outside" };
  if (/^(?:https?|data):/.test(specifier)) return { ...fault, is: "elsewhere" };
  if (/^@stet-press\/stet(?:\/|$)/.test(specifier)) return { ...fault, is: "stet" };
  if (folder === "slots" || isBuiltin(specifier)) return undefined;
  return { ...fault, is: "package" };
}

function candidates(path: string, folder: CodeFolder["folder"]): string[] {
  if (folder === "components") return [path];
  const asTypeScript = path.replace(/\.(m?)js$/, ".$1ts");
  return [...ENDINGS.map((ending) => path + ending), asTypeScript];
}
