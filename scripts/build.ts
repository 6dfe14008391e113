import { join } from "node:path";
import { parseArgs } from "node:util";
import { runBuild } from "../src/build/build-command.ts";

const { values } = parseArgs({ options: { clean: { type: "boolean", default: false } } });
const { exitCode } = await runBuild(
  {
    root: join(import.meta.dirname, ".."),
    environment: process.env,
    node: process.version,
    clock: Date.now,
    timer: () => performance.now(),
    stdout: process.stdout,
    stderr: process.stderr,
  },
  { clean: values.clean },
);
process.exitCode = exitCode;
