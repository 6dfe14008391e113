import type { Roots } from "../settings/settings.ts";
import { stetVersion } from "../settings/stet-version.ts";
import type { CommandProcess } from "./command-process.ts";
import { COMMANDS } from "./commands.ts";
import { EXIT, explainFailure } from "./outcome.ts";
import { overviewText, unknownCommandText } from "./overview.ts";

type CommandName = keyof typeof COMMANDS;

/** Each command is loaded when it is called: a check need not wait for what a server needs. */
const MODULES: Record<
  CommandName,
  () => Promise<{ run: (context: CommandProcess) => number | Promise<number> }>
> = {
  article: () => import("./commands/article.ts"),
  build: () => import("./commands/build.ts"),
  check: () => import("./commands/check.ts"),
  correct: () => import("./commands/correct.ts"),
  dev: () => import("./commands/dev.ts"),
  due: () => import("./commands/due.ts"),
  hook: () => import("./commands/hook.ts"),
  hosts: () => import("./commands/hosts.ts"),
  import: () => import("./commands/import.ts"),
  keep: () => import("./commands/keep.ts"),
  media: () => import("./commands/media.ts"),
  new: () => import("./commands/new.ts"),
  ping: () => import("./commands/ping.ts"),
  rename: () => import("./commands/rename.ts"),
  review: () => import("./commands/review.ts"),
  start: () => import("./commands/start.ts"),
  upload: () => import("./commands/upload.ts"),
  verify: () => import("./commands/verify.ts"),
};

/**
 * Runs the command that this process was started with, `stet NAME …`, and sets the exit code. What a command throws
 * is reported on standard error.
 */
export async function main(roots: Roots): Promise<void> {
  const [name = "--help"] = process.argv.splice(2, 1);
  const { stdout, stderr } = process;
  // The reader of the output may have stopped: `stet check | head`.
  for (const stream of [stdout, stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  if (isCommand(name)) {
    const context: CommandProcess = {
      ...roots,
      environment: process.env,
      node: process.version,
      clock: Date.now,
      timer: () => performance.now(),
      stdout,
      stderr,
    };
    try {
      const { run } = await MODULES[name]();
      process.exitCode = await run(context);
    } catch (error) {
      const { text, exitCode } = explainFailure(error);
      stderr.write(`${text}\n`);
      process.exitCode = exitCode;
    }
  } else if (name === "--help" || name === "-h" || name === "help") {
    stdout.write(overviewText(COMMANDS));
  } else if (name === "--version") {
    stdout.write(`${stetVersion(roots.packageRoot)}\n`);
  } else {
    stderr.write(`${unknownCommandText(name, Object.keys(COMMANDS))}\n`);
    process.exitCode = EXIT.refused;
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
