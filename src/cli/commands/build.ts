import { ProcessPool } from "../../workers/process-pool.ts";
import { runBuild } from "../run-build.ts";
import { readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";

/** `stet build` */
export async function run(context: CommandProcess): Promise<number> {
  const { values } = readOptions(COMMANDS.build);
  const { exitCode } = await runBuild(
    { ...context, workers: new ProcessPool() },
    {
      clean: values.clean,
      byAstro: values.astro,
      searchBy: values.pagefind ? "pagefind" : "press",
    },
  );
  return exitCode;
}
