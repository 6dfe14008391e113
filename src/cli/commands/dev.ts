import { startDevServer } from "../../dev/dev-server.ts";
import { readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT, explainFailure } from "../outcome.ts";

/** `stet dev`: gives its exit code once the server runs, which keeps the process until it is interrupted. */
export async function run(context: CommandProcess): Promise<number> {
  const { values } = readOptions(COMMANDS.dev);
  const server = await startDevServer({
    ...context,
    port: values.port,
    preview: !values.published,
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
      context.stderr.write(`${explainFailure(error).text}\n`);
  });
  return EXIT.done;
}
