import { createServer } from "node:http";
import { ProcessPool } from "../../workers/process-pool.ts";
import { leaveStatus } from "../build-report.ts";
import { runBuild } from "../run-build.ts";
import { listenNear } from "../../deploy/listen.ts";
import { serveBundle } from "../../deploy/static-server.ts";
import { readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT, explainFailure } from "../outcome.ts";

/** `stet start`: gives its exit code once the bundle is served; the server keeps the process until it is interrupted. */
export async function run(context: CommandProcess): Promise<number> {
  const { values } = readOptions(COMMANDS.start);
  const { exitCode, built, report } = await runBuild({ ...context, workers: new ProcessPool() });
  if (report !== undefined) leaveStatus(report, exitCode, context);
  if (built === undefined) return exitCode;
  const { base } = built;
  const server = createServer(serveBundle({ folder: built.settings.out, base }));
  try {
    const port = await listenNear(server, values.port);
    context.stdout.write(`\nhttp://localhost:${port}${base}\nCtrl-C stops it.\n`);
  } catch (error) {
    context.stderr.write(`${explainFailure(error).text}\n`);
    return EXIT.failed;
  }
  const end = (): void => {
    server.close();
    server.closeAllConnections();
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  return exitCode;
}
