import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Packages that only some rules need, which a publication installs itself, with the versions that Stet was tested with. */
export const OPTIONAL_PACKAGES = {
  "cspell-lib": "10.4.1",
  "retext-english": "5.0.0",
  "retext-equality": "7.1.0",
} as const;

export type OptionalPackage = keyof typeof OPTIONAL_PACKAGES;

/** A package that is installed. */
export interface InstalledPackage {
  /** Its folder, absolute. */
  folder: string;
  version: string;
  /** Address of the module that it is imported by; undefined for one of data. */
  module: string | undefined;
}

/** A package as a project, or a package in `folder`, would find it; undefined where it is not installed. */
export function installedPackage(name: string, folder: string): InstalledPackage | undefined {
  const file = packageFile(name, folder);
  if (file === undefined) return undefined;
  const {
    version = "",
    exports: offered,
    main,
  } = JSON.parse(readFileSync(file, "utf8")) as {
    version?: string;
    exports?: unknown;
    main?: string;
  };
  const entry = entryOf(offered) ?? main;
  return {
    folder: dirname(file),
    version,
    module: entry === undefined ? undefined : pathToFileURL(join(dirname(file), entry)).href,
  };
}

/** Whether a version has the interface of the one that Stet was tested with: none but the first number is another. */
export function isTested(name: OptionalPackage, version: string): boolean {
  return version.split(".", 1)[0] === OPTIONAL_PACKAGES[name].split(".", 1)[0];
}

function packageFile(name: string, folder: string): string | undefined {
  try {
    return findPackageJSON(name, pathToFileURL(join(folder, "package.json")));
  } catch {
    return undefined;
  }
}

/** The module that `import` gets from a package that offers it (Node, "Package entry points"). */
function entryOf(offered: unknown): string | undefined {
  if (typeof offered === "string") return offered;
  if (typeof offered !== "object" || offered === null) return undefined;
  const conditions = offered as Record<string, unknown>;
  return entryOf(conditions["."] ?? conditions["import"] ?? conditions["default"]);
}
