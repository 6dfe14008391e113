import { readSettings } from "../../settings/settings.ts";
import { callOf, readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT } from "../outcome.ts";
import { runKeep } from "../run-keep.ts";

/** `stet keep` */
export async function run(context: CommandProcess): Promise<number> {
  const { values, operands } = readOptions(COMMANDS.keep);
  const what = operands[0]?.trim() ?? "";
  if (what === "") {
    context.stderr.write(
      `Say which post: ${callOf(COMMANDS.keep, context.environment)} ${COMMANDS.keep.example}\n`,
    );
    return EXIT.refused;
  }
  const { content, now } = readSettings(context, context.environment, context.clock);
  const { text, notes, exitCode } = await runKeep(
    { what, ...values },
    { content, now, cwd: process.cwd(), clock: context.clock },
  );
  context.stdout.write(text);
  context.stderr.write(notes);
  return exitCode;
}
