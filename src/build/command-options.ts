import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { EXIT } from "./outcome.ts";

/**
 * The options of a command, as `parseArgs` of Node gives them. Where they cannot be read the process ends at
 * once: a line on the standard error says why and what the command takes, and the exit code is `refused`.
 */
export function readOptions<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${optionFault(error.message, Object.keys(config.options ?? {}))}\n`);
    process.exit(EXIT.refused);
  }
}

/** What is wrong with the options, and which there are. `reason` is Node's, of which the first sentence tells it. */
export function optionFault(reason: string, options: readonly string[]): string {
  const [first = reason] = reason.split(". ");
  const names = options.map((name) => `--${name}`).join(", ");
  const takes = names === "" ? "This command takes no options." : `This command takes ${names}.`;
  return `${first.replace(/\.$/, "")}. ${takes}`;
}
