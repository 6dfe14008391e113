import { ProcessPool } from "../../workers/process-pool.ts";
import { leaveStatus, tellOfFailure } from "../build-report.ts";
import { EXIT } from "../outcome.ts";
import { runBuild } from "../run-build.ts";
import { readSettings } from "../../settings/settings.ts";
import { readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";

/** `stet build` */
export async function run(context: CommandProcess): Promise<number> {
  const { values } = readOptions(COMMANDS.build);
  const { exitCode, report } = await runBuild(
    { ...context, workers: new ProcessPool() },
    {
      clean: values.clean,
      drafts: values.drafts,
      compress: values.compress,
      byAstro: values.astro,
      searchBy: values.pagefind ? "pagefind" : "press",
    },
  );
  if (report !== undefined) leaveStatus(report, exitCode, context);
  const command = values["on-failure"];
  if (exitCode !== EXIT.done && command !== undefined) {
    const { environment, clock } = context;
    const { out } = readSettings(context, { ...environment, STET_NOW: undefined }, clock);
    tellOfFailure(command, exitCode, { out, environment });
  }
  return exitCode;
}
