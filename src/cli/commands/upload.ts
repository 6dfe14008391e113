import { resolve, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { below, rcloneKeptStore } from "../../deploy/rollback-store.ts";
import { rcloneStore } from "../../deploy/object-store.ts";
import { runRclone } from "../../deploy/rclone.ts";
import { ENCODINGS, isEncoding } from "../../domain/encodings.ts";
import { KEPT_FOLDER } from "../../domain/rollback-folder.ts";
import { printable } from "../../report/terminal-text.ts";
import { readSettings } from "../../settings/settings.ts";
import { callOf, readOptions } from "../command-options.ts";
import type { CommandValues } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT } from "../outcome.ts";
import { listKept, rollBack } from "../rollback-command.ts";
import { upload } from "../upload-command.ts";
import type { UploadResult } from "../upload-command.ts";

type Values = CommandValues<typeof COMMANDS.upload>;

/** `stet upload` */
export async function run(context: CommandProcess): Promise<number> {
  const { values } = readOptions(COMMANDS.upload);
  const { to = "" } = values;
  const { out } = readSettings(context, context.environment, context.clock);
  if (to.trim() === "" || isInside(to, out)) {
    context.stderr.write(
      `Give --to TARGET, where the bundle is public, as rclone names it (remote:bucket/path, or a folder outside the bundle): ${callOf(COMMANDS.upload, context.environment)} --to public:paper\n`,
    );
    return EXIT.refused;
  }
  const fault = faultOf(values, out);
  if (fault !== undefined) {
    context.stderr.write(`${fault} Nothing was sent.\n`);
    return EXIT.refused;
  }
  const { text, exitCode } = await carryOut(values, out, to, context);
  (exitCode === EXIT.done ? context.stdout : context.stderr).write(text);
  return exitCode;
}

function carryOut(
  values: Values,
  out: string,
  to: string,
  { clock, stderr }: CommandProcess,
): Promise<UploadResult> {
  const { before, all, copies, encoding, keep, rollback, preview, "dry-run": dryRun } = values;
  const store = rcloneStore(to, runRclone);
  const kept = rcloneKeptStore(values.kept ?? below(to, KEPT_FOLDER), to, runRclone);
  const onStep = (step: string): void => void stderr.write(`Sending ${step}\n`);
  if (values.history) return listKept({ target: to, store, kept });
  const grace = async (): Promise<void> => {
    if (values.grace === 0) return;
    stderr.write(`Waiting ${values.grace} s for readers who are loading a page\n`);
    await setTimeout(values.grace * 1000);
  };
  const common = { target: to, store, dryRun, preview, clock, grace, onStep };
  if (rollback !== undefined) return rollBack({ ...common, kept, id: rollback, yes: values.yes });
  return upload({
    ...common,
    folder: out,
    all,
    use: { copies, ...(isEncoding(encoding) ? { encoding } : {}) },
    ...(keep === undefined ? {} : { keep: { store: kept, most: keep } }),
    ...(before === undefined ? {} : { before: resolve(before) }),
  });
}

/** What is wrong with the options taken together, for people. */
function faultOf(values: Values, out: string): string | undefined {
  const { copies, encoding, keep, kept, rollback, history, all, before } = values;
  if (encoding !== undefined && !isEncoding(encoding))
    return `--encoding takes ${ENCODINGS.join(" or ")}, not '${printable(encoding)}'.`;
  if (copies && encoding !== undefined)
    return "--copies and --encoding exclude each other: copies are for a server that sends them, packed bytes under plain names for a store.";
  const isReturn = rollback !== undefined || history;
  const forUploads = [before, encoding, keep].some((value) => value !== undefined);
  if (isReturn && (copies || all || forUploads))
    return "--rollback and --history send nothing of the bundle: leave out --all, --before, --copies, --encoding and --keep.";
  if (kept === undefined) return undefined;
  if (kept.trim() === "" || isInside(kept, out)) return "--kept takes a target outside the bundle.";
  return keep === undefined && !isReturn
    ? "--kept says where files are kept: add --keep N, and how many bundles."
    : undefined;
}

function isInside(target: string, folder: string): boolean {
  return `${resolve(target)}${sep}`.startsWith(`${folder}${sep}`);
}
