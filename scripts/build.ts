import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { formatFindings, reportOn } from "../src/archive/report.ts";
import { buildBundle } from "../src/build/build-bundle.ts";
import { createProgress } from "../src/build/progress.ts";
import { readSettings } from "../src/build/settings.ts";
import { EXIT, explainFailure, formatSummary } from "../src/build/outcome.ts";

const { values } = parseArgs({ options: { clean: { type: "boolean", default: false } } });
const root = resolve(import.meta.dirname, "..");
const started = performance.now();

try {
  const settings = readSettings(root, process.env, Date.now);
  const outcome = await buildBundle(
    settings,
    {
      environment: process.env,
      node: process.version,
      clock: Date.now,
      progress: createProgress({
        stream: process.stderr,
        isTty: process.stderr.isTTY,
        now: () => performance.now(),
      }),
    },
    { clean: values.clean },
  );
  const page = reportOn(process.stderr, settings.content, process.cwd());
  process.stderr.write(formatFindings(outcome.findings, { ...page, warnings: "counts" }));
  if (outcome.kind === "invalid") {
    process.stderr.write("Nothing was written: the errors above come first.\n");
    process.exitCode = EXIT.invalid;
  } else {
    process.stdout.write(formatSummary(outcome, (performance.now() - started) / 1000));
  }
} catch (error) {
  const failure = explainFailure(error);
  process.stderr.write(`${failure.text}\n`);
  process.exitCode = failure.exitCode;
}
