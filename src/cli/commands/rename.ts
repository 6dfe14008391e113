import { ReadingWorkers } from "../../loader/readers.ts";
import { readingDigest } from "../../pipeline/code-digest.ts";
import { loadPublication } from "../../pipeline/load-publication.ts";
import { readSettings } from "../../settings/settings.ts";
import { openWorkingFolder } from "../../settings/working-folder.ts";
import { ProcessPool } from "../../workers/process-pool.ts";
import { callOf, readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT } from "../outcome.ts";
import { renamePlace } from "../pending-rename.ts";
import { finishRename, runRename } from "../run-rename.ts";

/** `stet rename` */
export async function run(context: CommandProcess): Promise<number> {
  const { values, operands } = readOptions(COMMANDS.rename);
  const { packageRoot, environment, node, clock, stdout, stderr } = context;
  const [old, named] = operands;
  const settings = readSettings(context, environment, clock);
  const { content, cache, now } = settings;
  const place = renamePlace(settings);
  if (values.finish) {
    const { text, exitCode } = finishRename({ place, cwd: process.cwd() });
    (exitCode === EXIT.done ? stdout : stderr).write(text);
    return exitCode;
  }
  if (old === undefined || named === undefined) {
    const call = callOf(COMMANDS.rename, environment);
    stderr.write(`Say what, and its new name: ${call} ${COMMANDS.rename.example}\n`);
    return EXIT.refused;
  }
  if (!values["dry-run"]) openWorkingFolder(settings);
  const workers = new ProcessPool();
  try {
    const { text, exitCode } = await runRename(
      {
        old,
        new: named,
        isDry: values["dry-run"],
        ...(values.date === undefined ? {} : { date: values.date }),
      },
      {
        place,
        cwd: process.cwd(),
        call: callOf(COMMANDS.rename, environment),
        load: async () => {
          const readers = new ReadingWorkers(workers);
          const codeVersion = readingDigest(packageRoot, node);
          const loaded = await loadPublication({
            content,
            cache,
            now,
            clock,
            readers,
            codeVersion,
          });
          return loaded.present;
        },
      },
    );
    (exitCode === EXIT.done ? stdout : stderr).write(text);
    return exitCode;
  } finally {
    await workers.end();
  }
}
