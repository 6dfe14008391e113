import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { WORKERS_HERE } from "../../../src/workers/worker.ts";
import { runBuild } from "../../../src/cli/run-build.ts";
import { runCheck } from "../../../src/cli/run-check.ts";
import type { CheckOptions } from "../../../src/cli/run-check.ts";
import { READING_PARTS } from "../../../src/pipeline/code-digest.ts";
import { ROOT } from "../../structure/project-files.ts";
import type { Run } from "../checkout-commands.ts";

/** A command of the press, and how it is asked. */
export type Command = { name: "build" } | { name: "check"; options: Partial<CheckOptions> };

/** Runs a command in this process, as a process of its own would: nothing but its arguments reaches it. */
export async function runHere(
  command: Command,
  root: string,
  environment: Readonly<Record<string, string>>,
): Promise<Run> {
  const written = { stdout: "", stderr: "" };
  const context = {
    packageRoot: root,
    projectRoot: root,
    environment,
    node: process.version,
    clock: Date.now,
    timer: () => performance.now(),
    workers: WORKERS_HERE,
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
  };
  const { exitCode } =
    command.name === "build"
      ? await runBuild(context)
      : await runCheck({ ...context, cwd: root }, command.options);
  return { code: exitCode, ...written };
}

/**
 * Makes a checkout that holds no code: all that a command reads of one until the content is sound. To digest the real
 * one takes longer than to check a few files, and a build that goes on in spite of errors ends here without a page.
 */
export function makeEmptyCheckout(root: string): void {
  for (const part of [...READING_PARTS.filter((path) => path.startsWith("src/")), "src/prose"])
    mkdirSync(join(root, part), { recursive: true });
  // A publication has packages of its own beside Stet, but not that of the editor.
  mkdirSync(join(root, "node_modules"));
  for (const name of readdirSync(join(ROOT, "node_modules")))
    if (name !== "@sveltia")
      symlinkSync(join(ROOT, "node_modules", name), join(root, "node_modules", name));
  writeFileSync(join(root, "package-lock.json"), "{}\n");
}

/** What of this process a command could change for the next one, by name. */
export function processState(): ReadonlyMap<string, string> {
  const environment = Object.entries(process.env).map(([name, value = ""]): [string, string] => [
    `the variable ${name}`,
    value,
  ]);
  return new Map([
    ...environment,
    ["the current folder", process.cwd()],
    ["the exit code", String(process.exitCode)],
    ["the listeners to its end", String(process.listenerCount("exit"))],
  ]);
}
