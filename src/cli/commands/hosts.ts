import { HOST_NAMES } from "../../domain/host-names.ts";
import { ReadingWorkers } from "../../loader/readers.ts";
import { ProcessPool } from "../../workers/process-pool.ts";
import { callOf, readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT } from "../outcome.ts";
import { runHosts } from "../run-hosts.ts";

/** `stet hosts` */
export async function run(context: CommandProcess): Promise<number> {
  const { values } = readOptions(COMMANDS.hosts);
  const host = HOST_NAMES.find((name) => name === values.for);
  if (host === undefined) {
    context.stderr.write(
      `Say which host with --for: ${HOST_NAMES.join(", ")}. For example: ${callOf(COMMANDS.hosts, context.environment)} ${COMMANDS.hosts.example}\n`,
    );
    return EXIT.refused;
  }
  const workers = new ProcessPool();
  try {
    return await runHosts(
      { ...context, readers: new ReadingWorkers(workers), cwd: process.cwd() },
      { host, out: values.out ?? `hosts/${host}` },
    );
  } finally {
    await workers.end();
  }
}
