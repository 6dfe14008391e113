import { join } from "node:path";
import { ProcessPool } from "../src/workers/process-pool.ts";
import { runCheck } from "../src/cli/check-command.ts";
import { readOptions } from "../src/cli/command-options.ts";
import { COMMANDS } from "./commands.ts";

const { values } = readOptions(COMMANDS.check);
const { exitCode } = await runCheck(
  {
    root: join(import.meta.dirname, ".."),
    environment: process.env,
    node: process.version,
    clock: Date.now,
    timer: () => performance.now(),
    workers: new ProcessPool(),
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
  },
  { json: values.json, all: values.all },
);
process.exitCode = exitCode;
