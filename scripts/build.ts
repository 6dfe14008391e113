import { join } from "node:path";
import { ProcessPool } from "../src/workers/process-pool.ts";
import { runBuild } from "../src/cli/build-command.ts";
import { readOptions } from "../src/cli/command-options.ts";
import { COMMANDS } from "./commands.ts";

const { values } = readOptions(COMMANDS.build);
const { exitCode } = await runBuild(
  {
    root: join(import.meta.dirname, ".."),
    environment: process.env,
    node: process.version,
    clock: Date.now,
    timer: () => performance.now(),
    workers: new ProcessPool(),
    stdout: process.stdout,
    stderr: process.stderr,
  },
  {
    clean: values.clean,
    byAstro: values.astro,
    searchBy: values.pagefind ? "pagefind" : "press",
  },
);
process.exitCode = exitCode;
