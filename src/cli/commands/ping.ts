import { resolve } from "node:path";
import { readSettings } from "../../settings/settings.ts";
import { callOf, readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT } from "../outcome.ts";
import { ping } from "../ping-command.ts";

/** `stet ping` */
export async function run(context: CommandProcess): Promise<number> {
  const { values } = readOptions(COMMANDS.ping);
  const { base, all } = values;
  if ((base === undefined) !== all) {
    context.stderr.write(
      `Give --base FILE, the stet-manifest.jsonl that was public before this deployment, or --all to announce every feed: ${callOf(COMMANDS.ping, context.environment)} --base before.jsonl\n`,
    );
    return EXIT.refused;
  }
  const { out } = readSettings(context, context.environment, context.clock);
  const { text, exitCode } = await ping({
    folder: out,
    fetch,
    ...(base === undefined ? {} : { before: resolve(base) }),
  });
  context.stdout.write(text);
  return exitCode;
}
