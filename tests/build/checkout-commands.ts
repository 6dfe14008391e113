import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { tmpdir } from "node:os";
import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { copyProjectFiles, projectFiles, ROOT } from "../structure/project-files.ts";

/** How a command of the press ended. */
export interface Run {
  /** Exit code; undefined where a signal ended it. */
  code: number | undefined;
  stdout: string;
  stderr: string;
}

/** Where a build reads and writes, and what else it is told; folders are absolute. */
export interface TestBuild {
  content: string;
  out: string;
  cache: string;
  /** `STET_NOW`. */
  now: string;
  /** Further variables of the environment. */
  environment?: Record<string, string>;
  clean?: boolean;
  /** Whether all pages are rendered by Astro's own way. */
  byAstro?: boolean;
  /** Whether packed copies lie beside the files. */
  compress?: boolean;
  /** Whether Pagefind indexes every article itself. */
  pagefind?: boolean;
}

/** A build whose content, output and cache lie side by side in a folder, as of `now`. */
export function buildIn(folder: string, now: string): TestBuild {
  return {
    content: join(folder, "content"),
    out: join(folder, "out"),
    cache: join(folder, "cache"),
    now,
  };
}

/** A checkout of the press, to build with. */
export interface Checkout {
  root: string;
  build: (options: TestBuild) => Promise<Run>;
  /** Begins a build; `ended` settles with how it went, by itself or by a signal. */
  start: (options: TestBuild) => { child: ChildProcess; ended: Promise<Run> };
  check: (options: TestBuild) => Promise<Run>;
  verify: (options: TestBuild) => Promise<Run>;
}

/** What of the project a build reads. */
const CHECKOUT_PARTS =
  /^(?:bin|src|scripts|public)\/|^(?:astro\.config\.mjs|package(?:-lock)?\.json|tsconfig\.json)$/;

/** Copies the press into a new folder, for tests that change its code, and gives it to build with. */
export function copyCheckout(root: string): Checkout {
  copyCheckoutFiles(root);
  return checkoutAt(root);
}

/** Copies the code of the press into a new folder. Packages are shared with the checkout. */
export function copyCheckoutFiles(root: string): void {
  copyProjectFiles(
    root,
    projectFiles().filter((file) => CHECKOUT_PARTS.test(file)),
  );
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");
}

/** The press of a checkout, which has its packages. `environment` goes with every order. */
export function checkoutAt(root: string, environment: Record<string, string> = {}): Checkout {
  const start = (
    options: TestBuild,
    script = "build",
  ): { child: ChildProcess; ended: Promise<Run> } => {
    const args = [...commandOf(root, script), ...(script === "build" ? buildFlags(options) : [])];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...environmentOf(options), ...environment, ...options.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return { child, ended: ending(child) };
  };
  return {
    root,
    start,
    build: (options) => start(options).ended,
    check: (options) => start(options, "check").ended,
    verify: (options) => start(options, "verify").ended,
  };
}

/** What Node is started with for a command of a checkout; revisions before the command `stet` had a script for each. */
function commandOf(root: string, name: string): string[] {
  const script = join(root, "scripts", `${name}.ts`);
  return existsSync(script) ? [script] : [join(root, "bin/stet.cjs"), name];
}

function buildFlags({
  clean = false,
  byAstro = false,
  compress = false,
  pagefind = false,
}: TestBuild): string[] {
  return [
    ...(compress ? ["--compress"] : []),
    ...(clean ? ["--clean"] : []),
    ...(byAstro ? ["--astro"] : []),
    ...(pagefind ? ["--pagefind"] : []),
  ];
}

/** Fails with what a build printed, unless it ended well. */
export function assertBuilt(run: Run): void {
  if (run.code !== 0)
    throw new Error(`The build ended with ${run.code ?? "a signal"}.\n${run.stdout}${run.stderr}`);
}

/** Nothing of the tests' own environment reaches a build but where programs and temporary files lie. */
function environmentOf({ content, out, cache, now }: TestBuild): NodeJS.ProcessEnv {
  const kept = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot"];
  return {
    ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    ASTRO_TELEMETRY_DISABLED: "1",
    // Compiled once, loaded by every build of a run: a fifth less time for a small publication.
    NODE_COMPILE_CACHE: join(tmpdir(), "stet-compile-cache"),
    STET_CONTENT: content,
    STET_OUT: out,
    STET_CACHE: cache,
    STET_NOW: now,
  };
}

function ending(child: ChildProcess): Promise<Run> {
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => (output[name] += text));
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? undefined, ...output }));
  });
}
