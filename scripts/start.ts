// npm start: builds the publication and serves the bundle on this machine.
import { createServer } from "node:http";
import { join } from "node:path";
import { ProcessPool } from "../src/workers/process-pool.ts";
import { runBuild } from "../src/cli/build-command.ts";
import { readOptions } from "../src/cli/command-options.ts";
import { EXIT, explainFailure } from "../src/cli/outcome.ts";
import { listenNear } from "../src/deploy/listen.ts";
import { serveBundle } from "../src/deploy/static-server.ts";
import { COMMANDS } from "./commands.ts";

const { values } = readOptions(COMMANDS.start);
const { exitCode, built } = await runBuild({
  root: join(import.meta.dirname, ".."),
  environment: process.env,
  node: process.version,
  clock: Date.now,
  timer: () => performance.now(),
  workers: new ProcessPool(),
  stdout: process.stdout,
  stderr: process.stderr,
});
process.exitCode = exitCode;
if (built !== undefined) await serve(built.settings.out, built.base);

async function serve(folder: string, base: string): Promise<void> {
  const server = createServer(serveBundle({ folder, base }));
  try {
    const port = await listenNear(server, values.port);
    process.stdout.write(`\nhttp://localhost:${port}${base}\nCtrl-C ends it.\n`);
  } catch (error) {
    const { text } = explainFailure(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = EXIT.failed;
    return;
  }
  const end = (): void => {
    server.close();
    server.closeAllConnections();
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}
