import { randomUUID } from "node:crypto";
import { readSettings } from "../../settings/settings.ts";
import { callOf, readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT } from "../outcome.ts";
import { runArticle } from "../run-article.ts";

/** `stet article` */
export function run(context: CommandProcess): number {
  const { values, operands } = readOptions(COMMANDS.article);
  const headline = operands[0]?.trim() ?? "";
  if (headline === "") {
    context.stderr.write(
      `Say what it is about: ${callOf(COMMANDS.article, context.environment)} ${COMMANDS.article.example}\n`,
    );
    return EXIT.refused;
  }
  const { content, now } = readSettings(context, context.environment, context.clock);
  const { category, author, slug } = values;
  const { text, exitCode } = runArticle(
    {
      headline,
      authors: author,
      ...(category === undefined ? {} : { category }),
      ...(slug === undefined ? {} : { slug }),
    },
    { content, now, cwd: process.cwd(), clock: context.clock, newId: randomUUID },
  );
  (exitCode === EXIT.done ? context.stdout : context.stderr).write(text);
  return exitCode;
}
