// npm run ping: tells the WebSub hub which feeds a deployment has changed.
import { resolve } from "node:path";
import { readOptions } from "../src/cli/command-options.ts";
import { EXIT, explainFailure } from "../src/cli/outcome.ts";
import { readSettings } from "../src/settings/settings.ts";
import { ping } from "../src/cli/ping-command.ts";
import { COMMANDS } from "./commands.ts";

const { values } = readOptions(COMMANDS.ping);
const { base, all } = values;
if ((base === undefined) !== all) {
  process.stderr.write(
    "Give --base FILE, the stet-manifest.jsonl that was public before this deployment, or --all to announce every feed: npm run ping -- --base before.jsonl\n",
  );
  process.exitCode = EXIT.refused;
} else {
  try {
    const { out } = readSettings(resolve(import.meta.dirname, ".."), process.env, Date.now);
    const { text, exitCode } = await ping({
      folder: out,
      fetch,
      ...(base === undefined ? {} : { before: resolve(base) }),
    });
    process.stdout.write(text);
    process.exitCode = exitCode;
  } catch (error) {
    const failure = explainFailure(error);
    process.stderr.write(`${failure.text}\n`);
    process.exitCode = failure.exitCode;
  }
}
