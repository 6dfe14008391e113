import { readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { runHook } from "../run-hook.ts";

/** `stet hook` */
export function run(context: CommandProcess): Promise<number> {
  const { values } = readOptions(COMMANDS.hook);
  return runHook({ ...context, execPath: process.execPath }, { remove: values.remove });
}
