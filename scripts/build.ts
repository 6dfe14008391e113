import { join } from "node:path";
import { runBuild } from "../src/build/build-command.ts";
import { readOptions } from "../src/build/command-options.ts";

const { values } = readOptions({ options: { clean: { type: "boolean", default: false } } });
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
