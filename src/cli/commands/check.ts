import { ProcessPool } from "../../workers/process-pool.ts";
import { runCheck } from "../run-check.ts";
import { readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";

/** `stet check` */
export async function run(context: CommandProcess): Promise<number> {
  const { values } = readOptions(COMMANDS.check);
  const { exitCode } = await runCheck(
    { ...context, workers: new ProcessPool(), cwd: process.cwd() },
    { json: values.json, all: values.all },
  );
  return exitCode;
}
