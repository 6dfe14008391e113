import { isDue, readStatus } from "../../output/build-status.ts";
import { contentPrefix } from "../../report/report.ts";
import { readSettings } from "../../settings/settings.ts";
import { readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { dueText } from "../due-text.ts";
import { EXIT } from "../outcome.ts";

/** `stet due`: nothing being due is what a job asks for, and the code 1 its answer. */
export function run(context: CommandProcess): number {
  readOptions(COMMANDS.due);
  const { out, now, content, projectRoot } = readSettings(
    context,
    context.environment,
    context.clock,
  );
  const status = readStatus(out);
  context.stdout.write(`${dueText(status, now, contentPrefix(content, projectRoot))}\n`);
  return isDue(status, now) ? EXIT.done : EXIT.invalid;
}
