// npm run upload: sends what changed of the bundle to where it is public.
import { resolve, sep } from "node:path";
import { readOptions } from "../src/cli/command-options.ts";
import { EXIT, explainFailure } from "../src/cli/outcome.ts";
import { readSettings } from "../src/settings/settings.ts";
import { upload } from "../src/cli/upload-command.ts";
import { rcloneStore } from "../src/deploy/object-store.ts";
import { runRclone } from "../src/deploy/rclone.ts";
import { COMMANDS } from "./commands.ts";

const { values } = readOptions(COMMANDS.upload);
const { to = "", before, all } = values;

try {
  const { out } = readSettings(resolve(import.meta.dirname, ".."), process.env, Date.now);
  if (to.trim() === "" || `${resolve(to)}${sep}`.startsWith(`${out}${sep}`)) {
    process.stderr.write(
      "Give --to TARGET, where the bundle is public, as rclone names it (remote:bucket/path, or a folder outside the bundle): npm run upload -- --to public:paper\n",
    );
    process.exitCode = EXIT.refused;
  } else {
    const { text, exitCode } = await upload({
      folder: out,
      target: to,
      store: rcloneStore(to, runRclone),
      dryRun: values["dry-run"],
      all,
      ...(before === undefined ? {} : { before: resolve(before) }),
      onStep: (step) => process.stderr.write(`Sending ${step}\n`),
    });
    (exitCode === EXIT.done ? process.stdout : process.stderr).write(text);
    process.exitCode = exitCode;
  }
} catch (error) {
  const failure = explainFailure(error);
  process.stderr.write(`${failure.text}\n`);
  process.exitCode = failure.exitCode;
}
