import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Roots } from "../settings/settings.ts";
import { stetVersion } from "../settings/stet-version.ts";
import { PACKAGE_NAME } from "../starter/project-files.ts";

/** How a new project gets Stet, on this machine and on every other. */
export interface PackageSource {
  /** What its `package.json` names: a version, an address, or `file:` and a path. */
  spec: string;
  /** Absolute path of a tarball that has to be copied to the top of the project, where there is one. */
  tarball?: string;
  /** What installs Stet there, as it is typed in the project; absent where it is installed. */
  install?: string;
  /** What is typed there before, where it is a clone that runs: it makes the tarball. */
  pack?: string;
}

/**
 * Where a project in `target` gets Stet from: what its own `package.json` names, else what the project does that the
 * command was run in, else what npm has installed the running package from. A tarball lies in the project, because a
 * path that leads out of it exists on one machine only; a range of versions becomes the one that runs.
 */
export function packageSource(target: string, { projectRoot, packageRoot }: Roots): PackageSource {
  const version = stetVersion(packageRoot);
  const isClone = !packageRoot.split(sep).includes("node_modules");
  // Where npx has installed it, that is a folder of its own.
  const folders = [target, projectRoot, ...(isClone ? [] : [resolve(packageRoot, "../../..")])];
  for (const folder of folders) {
    const spec = specIn(folder);
    if (spec !== undefined) return sourceFrom(spec, folder, { target, version });
  }
  if (!isClone) return { spec: version, install: "npm install" };
  const name = tarballName(version);
  return {
    spec: `file:${name}`,
    pack: `npm pack ${relative(target, packageRoot).replaceAll("\\", "/")}`,
    install: `npm install ./${name}`,
  };
}

function sourceFrom(
  spec: string,
  folder: string,
  { target, version }: { target: string; version: string },
): PackageSource {
  const isInstalled = existsSync(join(target, "node_modules", PACKAGE_NAME));
  const install = isInstalled ? {} : { install: "npm install" };
  // Addresses and repositories have a colon or a slash; ranges and tags have neither.
  if (!spec.startsWith("file:")) return { spec: /[:/]/.test(spec) ? spec : version, ...install };
  const path = resolve(folder, spec.slice("file:".length));
  const within = relative(target, path).replaceAll("\\", "/");
  const isWithin = !within.startsWith("../") && !isAbsolute(within);
  if (isWithin || statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    return { spec: `file:${within}`, ...install };
  const name = basename(path);
  return { spec: `file:${name}`, tarball: path, install: `npm install ./${name}` };
}

/** What the `package.json` of a folder names as Stet; undefined where it names none, or cannot be read. */
function specIn(folder: string): string | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Partial<
      Record<"dependencies" | "devDependencies", Record<string, unknown>>
    > | null;
    const spec =
      manifest?.dependencies?.[PACKAGE_NAME] ?? manifest?.devDependencies?.[PACKAGE_NAME];
    return typeof spec === "string" ? spec : undefined;
  } catch {
    return undefined;
  }
}

/** The file that `npm pack` makes of a version. */
function tarballName(version: string): string {
  return `${PACKAGE_NAME.replace("@", "").replace("/", "-")}-${version}.tgz`;
}
