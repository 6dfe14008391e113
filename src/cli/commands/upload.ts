import { resolve, sep } from "node:path";
import { rcloneStore } from "../../deploy/object-store.ts";
import { runRclone } from "../../deploy/rclone.ts";
import { ENCODINGS, isEncoding } from "../../domain/encodings.ts";
import { printable } from "../../report/terminal-text.ts";
import { readSettings } from "../../settings/settings.ts";
import { callOf, readOptions } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT } from "../outcome.ts";
import { upload } from "../upload-command.ts";

/** `stet upload` */
export async function run(context: CommandProcess): Promise<number> {
  const { values } = readOptions(COMMANDS.upload);
  const { to = "", before, all, copies, encoding } = values;
  const { out } = readSettings(context, context.environment, context.clock);
  if (to.trim() === "" || `${resolve(to)}${sep}`.startsWith(`${out}${sep}`)) {
    context.stderr.write(
      `Give --to TARGET, where the bundle is public, as rclone names it (remote:bucket/path, or a folder outside the bundle): ${callOf(COMMANDS.upload, context.environment)} --to public:paper\n`,
    );
    return EXIT.refused;
  }
  if (encoding !== undefined && (!isEncoding(encoding) || copies)) {
    const why = copies
      ? "--copies and --encoding exclude each other: copies are for servers that send them, packed bytes under plain names for all others"
      : `--encoding takes ${ENCODINGS.join(" or ")}, not '${printable(encoding)}'`;
    context.stderr.write(`${why}. Nothing was sent.\n`);
    return EXIT.refused;
  }
  const { text, exitCode } = await upload({
    folder: out,
    target: to,
    store: rcloneStore(to, runRclone),
    dryRun: values["dry-run"],
    all,
    preview: values.preview,
    use: { copies, ...(encoding === undefined ? {} : { encoding }) },
    ...(before === undefined ? {} : { before: resolve(before) }),
    onStep: (step) => context.stderr.write(`Sending ${step}\n`),
  });
  (exitCode === EXIT.done ? context.stdout : context.stderr).write(text);
  return exitCode;
}
