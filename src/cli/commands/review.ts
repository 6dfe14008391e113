import { ProcessPool } from "../../workers/process-pool.ts";
import { callOf, readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT } from "../outcome.ts";
import { runReview } from "../run-review.ts";

/** `stet review` */
export async function run(context: CommandProcess): Promise<number> {
  const { values } = readOptions(COMMANDS.review);
  const { base, out, drafts } = values;
  if (base === undefined || base === "") {
    context.stderr.write(
      `Say with --base what to compare with: a branch, a tag or a commit. For example: ${callOf(COMMANDS.review, context.environment)} ${COMMANDS.review.example}\n`,
    );
    return EXIT.refused;
  }
  const { exitCode } = await runReview(
    { ...context, workers: new ProcessPool(), cwd: process.cwd() },
    { base, out, drafts },
  );
  return exitCode;
}
