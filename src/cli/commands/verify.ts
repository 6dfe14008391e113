import { resolve } from "node:path";
import { verifyBundle } from "../../output/verify.ts";
import { readSettings } from "../../settings/settings.ts";
import { readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT, formatVerification } from "../outcome.ts";

/** `stet verify` */
export function run(context: CommandProcess): number {
  const { operands } = readOptions(COMMANDS.verify);
  const { out } = readSettings(context, context.environment, context.clock);
  const folder = operands[0] === undefined ? out : resolve(operands[0]);
  const verification = verifyBundle(folder);
  context.stdout.write(formatVerification(folder, verification));
  return verification.problems.length > 0 ? EXIT.invalid : EXIT.done;
}
