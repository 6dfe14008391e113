// What an installed package needs and a checkout does not: `write` before npm packs, `remove` after it. npm follows the
// shrinkwrap of a package that comes from a registry, and passes over that of a tarball; so the manifest, too, names
// every package that Stet runs on, in the version that it was tested with.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { projectFiles } from "../tests/structure/project-files.ts";

const root = join(import.meta.dirname, "..");
const COMPILED = join(root, "compiled");
const SHRINKWRAP = join(root, "npm-shrinkwrap.json");
const MANIFEST = join(root, "package.json");
/** The manifest as it was, which is also what compiled modules read. */
const OWN_MANIFEST = join(COMPILED, "package.json");

interface Locked {
  version: string;
  dev?: boolean;
  optional?: boolean;
}

/** Modules that Node runs. Pages and what they are put together from are compiled by Vite, in each build. */
const RUN_BY_NODE =
  /^src\/(?!components\/|layouts\/|pages\/|content\.config\.ts$).*(?<!\.test)\.ts$/;
/** Files that such modules read beside themselves. */
const READ_BY_MODULES = /^src\/styles\/type\/sans-[\w-]+\.woff2$|^package\.json$/;

const [step] = process.argv.slice(2);
remove();
if (step === "write") write();

function remove(): void {
  if (existsSync(OWN_MANIFEST)) cpSync(OWN_MANIFEST, MANIFEST);
  rmSync(COMPILED, { recursive: true, force: true });
  rmSync(SHRINKWRAP, { force: true });
}

function write(): void {
  for (const file of projectFiles()) {
    const source = join(root, file);
    if (RUN_BY_NODE.test(file)) {
      const target = join(COMPILED, file.replace(/\.ts$/, ".js"));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, compiled(readFileSync(source, "utf8")));
    } else if (READ_BY_MODULES.test(file)) {
      cpSync(source, join(COMPILED, file));
    }
  }
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, Locked>;
  };
  const packages = Object.entries(lock.packages).filter(([, { dev }]) => dev !== true);
  writeJson(SHRINKWRAP, {
    ...lock,
    packages: Object.fromEntries(
      packages.map(([path, entry]) => [path, { ...entry, devDependencies: undefined }]),
    ),
  });
  const manifest = JSON.parse(readFileSync(MANIFEST, "utf8")) as {
    dependencies: Record<string, string>;
  };
  writeJson(MANIFEST, {
    ...manifest,
    devDependencies: undefined,
    dependencies: { ...everyPackage(packages), ...manifest.dependencies },
  });
}

/**
 * The packages of a lock file with their versions, by name. Of one that is there twice, the version that lies at the
 * top. Those for one system alone are named, exactly, by the packages that need them.
 */
function everyPackage(packages: readonly (readonly [string, Locked])[]): Record<string, string> {
  const versions: Record<string, string> = {};
  const byDepth = packages.toSorted(([a], [b]) => depthOf(b) - depthOf(a));
  for (const [path, { version, optional }] of byDepth) {
    if (path !== "" && optional !== true) versions[nameOf(path)] = version;
  }
  return versions;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

function depthOf(path: string): number {
  return path.split("node_modules/").length;
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** A module as JavaScript: types go, and imports name the compiled files. */
function compiled(source: string): string {
  return ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
      removeComments: true,
    },
  }).outputText;
}
