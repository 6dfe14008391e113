import { join } from "node:path";
import { runCheck } from "../src/build/check-command.ts";
import { readOptions } from "../src/build/command-options.ts";

const { values } = readOptions({
  options: { json: { type: "boolean", default: false }, all: { type: "boolean", default: false } },
});
const { exitCode } = await runCheck(
  {
    root: join(import.meta.dirname, ".."),
    environment: process.env,
    node: process.version,
    clock: Date.now,
    timer: () => performance.now(),
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
  },
  { json: values.json, all: values.all },
);
process.exitCode = exitCode;
