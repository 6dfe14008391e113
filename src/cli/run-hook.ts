import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, relative, isAbsolute } from "node:path";
import { Git } from "../history/git.ts";
import { hooksFolder } from "../history/hooks-folder.ts";
import { workTree } from "../history/work-tree.ts";
import { writeDurably } from "../output/durable-write.ts";
import { resolveLinks } from "../output/output-folder.ts";
import { readSettings, SettingsError } from "../settings/settings.ts";
import type { CommandContext } from "./command-context.ts";
import { hookLine, hookScript, isOwnHook } from "./hook-script.ts";
import type { HookCall } from "./hook-script.ts";
import { EXIT, explainFailure } from "./outcome.ts";

/** What the command needs, and where Node lies, absolute. */
export type HookContext = Pick<
  CommandContext,
  "packageRoot" | "projectRoot" | "environment" | "clock" | "stdout" | "stderr"
> & { execPath: string };

/**
 * Writes the hook that checks what is about to be committed, or takes it away again. One of somebody else's stays as it is,
 * and so does a folder of hooks that another program fills: the line to add is told. Gives the exit code. Throws nothing.
 */
export async function runHook(
  context: HookContext,
  { remove }: { remove: boolean },
): Promise<number> {
  const { environment, clock, stdout, stderr } = context;
  try {
    const { content } = readSettings(context, environment, clock);
    const git = new Git(content, environment);
    const [{ root }, hooks] = await Promise.all([workTree(git), hooksFolder(git, content)]);
    const path = join(hooks.path, "pre-commit");
    const call = hookCall(context, root);
    const present = textOf(path);
    const isOurs = present !== undefined && isOwnHook(present);
    if (remove) {
      if (isOurs) rmSync(path);
      stdout.write(isOurs ? `Removed ${path}.\n` : "There is no hook of Stet's to remove.\n");
      return EXIT.done;
    }
    if (hooks.kind !== "own")
      throw new SettingsError(
        `The hooks of this repository lie in ${hooks.path}, which ${hooks.kind === "husky" ? "husky fills" : "core.hooksPath names"}. Add this line to ${hooks.kind === "husky" ? ".husky/pre-commit" : path}:\n${hookLine(call)}`,
      );
    if (present !== undefined && !isOurs)
      throw new SettingsError(
        `There is a hook already, ${path}, and it stays as it is. Add this line to it:\n${hookLine(call)}`,
      );
    mkdirSync(hooks.path, { recursive: true });
    writeDurably(path, hookScript(call), { mode: 0o755 });
    stdout.write(
      `Wrote ${path}.\nFrom now on each commit is checked first: what is staged, and what that breaks elsewhere. Warnings let it pass.\nGit copies no hooks: whoever works in another clone runs npm run hook there once.\n`,
    );
    return EXIT.done;
  } catch (error) {
    const { text, exitCode } = explainFailure(error);
    stderr.write(`${text}\n`);
    return exitCode;
  }
}

function hookCall({ packageRoot, projectRoot, execPath }: HookContext, root: string): HookCall {
  const command = join(packageRoot, "bin", "stet.cjs");
  const below = belowRoot(root, command);
  const project = belowRoot(root, projectRoot);
  if (project === undefined)
    throw new SettingsError(
      `The project ${projectRoot} lies outside the repository of its content, ${root}, so no hook there can run it.`,
    );
  return {
    node: execPath,
    command: { path: below ?? command, isBelow: below !== undefined },
    project,
    fix: "npm run check -- --fix",
  };
}

/** A path from the root of a work tree, with `/`; undefined where it lies outside. */
function belowRoot(root: string, path: string): string | undefined {
  const way = relative(resolveLinks(root), resolveLinks(path)).replaceAll("\\", "/");
  return way.startsWith("..") || isAbsolute(way) ? undefined : way;
}

function textOf(path: string): string | undefined {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
  return readFileSync(path, "utf8");
}
