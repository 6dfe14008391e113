import { ProcessPool } from "../../workers/process-pool.ts";
import { readCheckCall } from "../check-call.ts";
import { runCheck } from "../run-check.ts";
import { readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT } from "../outcome.ts";

/** `stet check` */
export async function run(context: CommandProcess): Promise<number> {
  const { values, operands } = readOptions(COMMANDS.check);
  const call = readCheckCall(values, operands);
  if ("refusal" in call) {
    context.stderr.write(`${call.refusal}\n`);
    return EXIT.refused;
  }
  const own = { ...context, workers: new ProcessPool(), cwd: process.cwd() };
  if (call.watch) {
    const { runWatch } = await import("../run-watch.ts");
    return runWatch(own, { all: call.all, interrupted: interruption() });
  }
  const { exitCode } = await runCheck(own, call);
  return exitCode;
}

/** Resolves when Ctrl-C is pressed, or the process is asked to end. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
