// npm run dev: shows the publication as it is being written.
import { join } from "node:path";
import { readOptions } from "../src/cli/command-options.ts";
import { startDevServer } from "../src/dev/dev-server.ts";
import { explainFailure } from "../src/cli/outcome.ts";
import { COMMANDS } from "./commands.ts";

const { values } = readOptions(COMMANDS.dev);

try {
  const server = await startDevServer({
    root: join(import.meta.dirname, ".."),
    environment: process.env,
    node: process.version,
    clock: Date.now,
    stdout: process.stdout,
    stderr: process.stderr,
    port: values.port,
  });
  const end = (): void => {
    // What Vite still has open would keep the process.
    void server.stop().finally(() => process.exit());
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  // Astro answers for those of its requests; nobody does while it is started anew.
  process.on("unhandledRejection", (error) => {
    if (process.listenerCount("unhandledRejection") === 1)
      process.stderr.write(`${explainFailure(error).text}\n`);
  });
} catch (error) {
  const { text, exitCode } = explainFailure(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = exitCode;
}
