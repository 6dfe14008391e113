import { resolve } from "node:path";
import { loadPublication } from "../src/archive/load-publication.ts";
import { findingsJson, formatCounts, formatFindings, reportOn } from "../src/archive/report.ts";
import { readingDigest } from "../src/build/code-digest.ts";
import { createProgress } from "../src/build/progress.ts";
import { readOptions } from "../src/build/command-options.ts";
import { EXIT, explainFailure } from "../src/build/outcome.ts";
import { readSettings } from "../src/build/settings.ts";

const { values } = readOptions({
  options: { json: { type: "boolean", default: false }, all: { type: "boolean", default: false } },
});
const root = resolve(import.meta.dirname, "..");

try {
  const { content, cache, now } = readSettings(root, process.env, Date.now);
  const codeVersion = readingDigest(root, process.version);
  const { stderr } = process;
  const progress = createProgress({
    stream: stderr,
    isTty: stderr.isTTY,
    now: () => performance.now(),
  });
  const { findings, counts } = await loadPublication({
    content,
    cache,
    now,
    clock: Date.now,
    codeVersion,
    showExamining: (count) => progress.stage("Examining pictures", count),
    onDamage: (damage) => progress.log(damage),
  });
  if (values.json) process.stdout.write(`${findingsJson(findings)}\n`);
  else {
    const page = reportOn(process.stdout, content, process.cwd());
    const warnings = values.all ? "all" : "some";
    process.stdout.write(formatFindings(findings, { ...page, warnings }));
    process.stdout.write(
      `${formatCounts(counts)}${findings.length === 0 ? ": no problems" : ""}.\n`,
    );
  }
  if (findings.some(({ severity }) => severity === "error")) process.exitCode = EXIT.invalid;
} catch (error) {
  const failure = explainFailure(error);
  process.stderr.write(`${failure.text}\n`);
  process.exitCode = failure.exitCode;
}
