import { readSettings } from "../../settings/settings.ts";
import { callOf, readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT } from "../outcome.ts";
import { runCorrect } from "../run-correct.ts";

/** `stet correct` */
export function run(context: CommandProcess): number {
  const { values, operands } = readOptions(COMMANDS.correct);
  const [article = "", note = ""] = operands;
  if (article.trim() === "") {
    context.stderr.write(
      `Say which article, and what was wrong: ${callOf(COMMANDS.correct, context.environment)} ${COMMANDS.correct.example}\n`,
    );
    return EXIT.refused;
  }
  const { content, now } = readSettings(context, context.environment, context.clock);
  const { text, exitCode } = runCorrect(
    { article, note, force: values.force },
    { content, now, cwd: process.cwd(), clock: context.clock },
  );
  (exitCode === EXIT.done ? context.stdout : context.stderr).write(text);
  return exitCode;
}
