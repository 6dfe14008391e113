import { parse } from "acorn";
import { withoutQuery } from "./text-scan.ts";

/** Names that a module of MDX imports, with where each comes from. */
export interface ImportedNames {
  /** By local name. */
  sources: Map<string, string>;
  /** Whether it only imports, and exports nothing. */
  onlyImports: boolean;
}

/** Reads the imports of a piece of a module; nothing of it runs. */
export function importedNames(code: string): ImportedNames {
  const sources = new Map<string, string>();
  try {
    const program = parse(code, { ecmaVersion: "latest", sourceType: "module" });
    let onlyImports = true;
    for (const node of program.body) {
      if (node.type !== "ImportDeclaration") {
        onlyImports = false;
        continue;
      }
      const from = typeof node.source.value === "string" ? node.source.value : "";
      for (const { local } of node.specifiers) sources.set(local.name, from);
    }
    return { sources, onlyImports };
  } catch {
    return { sources, onlyImports: false };
  }
}

const IMAGE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** Whether a module is a picture. */
export function isImageImport(source: string): boolean {
  return IMAGE.test(withoutQuery(source));
}
