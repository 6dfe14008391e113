import { resolve } from "node:path";
import { readOptions } from "../src/cli/command-options.ts";
import { EXIT, explainFailure, formatVerification } from "../src/cli/outcome.ts";
import { readSettings } from "../src/settings/settings.ts";
import { verifyBundle } from "../src/output/verify.ts";
import { COMMANDS } from "./commands.ts";

const { operands } = readOptions(COMMANDS.verify);
const root = resolve(import.meta.dirname, "..");

try {
  const { out } = readSettings(root, process.env, Date.now);
  const folder = operands[0] === undefined ? out : resolve(operands[0]);
  const verification = verifyBundle(folder);
  process.stdout.write(formatVerification(folder, verification));
  if (verification.problems.length > 0) process.exitCode = EXIT.invalid;
} catch (error) {
  const failure = explainFailure(error);
  process.stderr.write(`${failure.text}\n`);
  process.exitCode = failure.exitCode;
}
