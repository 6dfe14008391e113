import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** A version that Stet was tested with, and which others do as well. */
interface Tested {
  version: string;
  /** None but this one, or all that have its interface: those of the same first number. */
  others: "none" | "same-major";
}

/** Packages that only some publications need, which install them themselves. */
export const OPTIONAL_PACKAGES = {
  // The editor in the browser. Stet replaces addresses in its code, which another version may have elsewhere.
  "@sveltia/cms": { version: "0.221.1", others: "none" },
  // Rules of prose.
  "cspell-lib": { version: "10.4.1", others: "same-major" },
  "retext-english": { version: "5.0.0", others: "same-major" },
  "retext-equality": { version: "7.1.0", others: "same-major" },
} as const satisfies Record<string, Tested>;

export type OptionalPackage = keyof typeof OPTIONAL_PACKAGES;

/** A package that is installed. */
export interface InstalledPackage {
  /** Its folder, absolute. */
  folder: string;
  version: string;
  /** Address of the module that it is imported by; undefined for one of data. */
  module: string | undefined;
}

/** What of a `package.json` is read. */
interface PackageFile {
  version?: string;
  exports?: unknown;
  main?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** A package as a project, or a package in `folder`, would find it; undefined where it is not installed. */
export function installedPackage(name: string, folder: string): InstalledPackage | undefined {
  const file = packageFile(name, folder);
  if (file === undefined) return undefined;
  const {
    version = "",
    exports: offered,
    main,
  } = JSON.parse(readFileSync(file, "utf8")) as PackageFile;
  const entry = entryOf(offered) ?? main;
  return {
    folder: dirname(file),
    version,
    module: entry === undefined ? undefined : pathToFileURL(join(dirname(file), entry)).href,
  };
}

/** A package that can be used: it is installed as Stet knows it. */
export type UsablePackage = InstalledPackage & { module: string };

/** Packages that something needs: all of them, or what is wrong. */
export type NeededPackages =
  | { packages: UsablePackage[] }
  | {
      /** What to install, as `NAME@VERSION`. */
      install: string[];
      /** What is installed in a version that Stet does not know, as `NAME VERSION`. */
      wrong: string[];
    };

/** Optional packages as a project, whose folder is absolute, has them. */
export function neededPackages(names: readonly OptionalPackage[], project: string): NeededPackages {
  const packages: UsablePackage[] = [];
  const install: string[] = [];
  const wrong: string[] = [];
  for (const name of names) {
    const installed = installedPackage(name, project);
    if (installed?.module !== undefined && isTested(name, installed.version)) {
      packages.push({ ...installed, module: installed.module });
      continue;
    }
    install.push(`${name}@${OPTIONAL_PACKAGES[name].version}`);
    if (installed !== undefined) wrong.push(`${name} ${installed.version}`);
  }
  return install.length > 0 ? { install, wrong } : { packages };
}

/** Whether a version does as well as the one that Stet was tested with. */
export function isTested(name: OptionalPackage, version: string): boolean {
  const tested: Tested = OPTIONAL_PACKAGES[name];
  return tested.others === "none"
    ? version === tested.version
    : version.split(".", 1)[0] === tested.version.split(".", 1)[0];
}

/**
 * A package and all that it depends on, each as `NAME VERSION` in the order of code units; nothing where it is not
 * installed. `folder` is the one that it is found from, absolute.
 */
export function versionsWith(name: string, folder: string): string[] {
  const found = new Map<string, string>();
  const visit = (one: string, from: string): void => {
    const file = packageFile(one, from);
    if (file === undefined || found.has(file)) return;
    const { version = "", ...needs } = JSON.parse(readFileSync(file, "utf8")) as PackageFile;
    found.set(file, `${one} ${version}`);
    for (const next of Object.keys({ ...needs.dependencies, ...needs.optionalDependencies }))
      visit(next, dirname(file));
  };
  visit(name, folder);
  return [...new Set(found.values())].sort();
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
