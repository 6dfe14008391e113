import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { readSettings } from "../../settings/settings.ts";
import { callOf, readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT } from "../outcome.ts";
import { runNew } from "../run-new.ts";
import { machineLanguage } from "../machine-language.ts";

/** `stet new` */
export async function run(context: CommandProcess): Promise<number> {
  const { values, operands } = readOptions(COMMANDS.new);
  const { packageRoot, projectRoot, environment, clock } = context;
  const [folder] = operands;
  if (folder === undefined) {
    context.stderr.write(
      `Say which folder, \`.\` for this one: ${callOf(COMMANDS.new, environment)} my-paper\n`,
    );
    return EXIT.refused;
  }
  const { name, url, language, timezone, section, empty } = values;
  const isTerminal = process.stdin.isTTY && context.stdout.isTTY === true;
  const lines = isTerminal
    ? createInterface({ input: process.stdin, output: process.stdout })
    : undefined;
  try {
    const { text, exitCode } = await runNew(
      folder,
      {
        ...(name === undefined ? {} : { name }),
        ...(url === undefined ? {} : { url }),
        ...(language === undefined ? {} : { language }),
        ...(timezone === undefined ? {} : { timezone }),
        ...(section.length === 0 ? {} : { sections: section }),
        empty,
      },
      {
        packageRoot,
        projectRoot,
        cwd: process.cwd(),
        machine: {
          language: machineLanguage(environment),
          timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
        now: readSettings(context, environment, clock).now,
        newId: randomUUID,
        ...(lines === undefined ? {} : { ask: (question) => lines.question(question) }),
      },
    );
    (exitCode === EXIT.done ? context.stdout : context.stderr).write(text);
    return exitCode;
  } catch (error) {
    // Ctrl-C or Ctrl-D at a question.
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
    context.stderr.write("\nNothing was written.\n");
    return EXIT.refused;
  } finally {
    lines?.close();
  }
}
