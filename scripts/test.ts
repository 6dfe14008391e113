// npm test: every check of the project, one after another; --all adds the long ones.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { commandOf, steps } from "../tests/runner/steps.ts";
import type { Step } from "../tests/runner/steps.ts";
import { closingLine, sum, tallyOfScript, tallyOfTests } from "../tests/runner/tally.ts";
import type { Tally } from "../tests/runner/tally.ts";

const root = join(import.meta.dirname, "..");
const { values } = parseArgs({ options: { all: { type: "boolean", default: false } } });
const reports = mkdtempSync(join(tmpdir(), "stet-test-"));
const shelf = join(reports, "shelf");
mkdirSync(shelf);
const results = steps(values.all).map((step) => ({ step, ...run(step) }));
rmSync(reports, { recursive: true, force: true });

console.log();
for (const { step, tally, seconds } of results) {
  const mark = tally.failed === 0 ? "ok    " : "FAILED";
  const counts = step.kind === "tests" ? `  ${closingLine(tally)}` : "";
  console.log(`${mark} ${step.name.padEnd(13)}${seconds.toFixed(1).padStart(6)} s${counts}`);
}
const total = sum(results.map(({ tally }) => tally));
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

function run(step: Step): { tally: Tally; seconds: number } {
  console.log(`\n> ${step.name}`);
  const report = join(reports, `${step.name}.json`);
  const [command = "", ...args] = commandOf(step, report);
  const started = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: "1",
      // What several steps only read is printed once for all of them.
      PRESS_TESTS_SHELF: shelf,
      // The real archive takes minutes, which is too long for every change.
      PRESS_TESTS_ARCHIVE: values.all ? "wanted" : "left out",
      PATH: [join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter),
    },
    // On Windows npm and vitest are batch files, which only a shell starts.
    shell: process.platform === "win32",
  });
  const seconds = (performance.now() - started) / 1000;
  const ok = status === 0;
  const tally = step.kind === "script" ? tallyOfScript(ok) : tallyOfTests(read(report), ok);
  return { tally, seconds };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
