import { ReadingWorkers } from "../../loader/readers.ts";
import { ProcessPool } from "../../workers/process-pool.ts";
import { readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { runMedia } from "../run-media.ts";

/** `stet media` */
export async function run(context: CommandProcess): Promise<number> {
  const { adopt, fetch } = readOptions(COMMANDS.media).values;
  const workers = new ProcessPool();
  try {
    return await runMedia({ ...context, readers: new ReadingWorkers(workers) }, { adopt, fetch });
  } finally {
    await workers.end();
  }
}
