// npm test: what is checked before each commit; --all adds the long tests, --nightly all there is.
import { spawn } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, relative } from "node:path";
import { createInterface } from "node:readline";
import { readOptions } from "../src/cli/command-options.ts";
import { commandOf, planOf } from "../tests/runner/steps.ts";
import type { Step } from "../tests/runner/steps.ts";
import {
  closingLine,
  failuresOf,
  sum,
  tallyOfScript,
  tallyOfTests,
} from "../tests/runner/tally.ts";
import type { Failure, Tally } from "../tests/runner/tally.ts";
import { missingTools } from "../tests/tools/need.ts";
import { TIER_VARIABLE } from "../tests/runner/tier.ts";
import type { Tier } from "../tests/runner/tier.ts";
import { TOOLS } from "./tools.ts";

/** Columns of the longest name of a step. */
const NAME_WIDTH = 13;

const root = join(import.meta.dirname, "..");
const { values } = readOptions(TOOLS.test);
const tier: Tier = values.nightly ? "nightly" : values.all ? "all" : "commit";
const reports = mkdtempSync(join(tmpdir(), "stet-test-"));
const shared = join(reports, "shared");
mkdirSync(shared);
const started = performance.now();
const { lanes, rest, restLanes } = planOf(tier, (pattern) => globSync(pattern, { cwd: root }));
/** What no lane has begun yet. */
const waiting = [...rest];
const results = together((await Promise.all(lanes.map(runLane))).flat());
rmSync(reports, { recursive: true, force: true });

console.log();
for (const { step, tally, seconds } of results) {
  const mark = tally.failed === 0 ? "ok    " : "FAILED";
  const counts = step.kind === "tests" ? `  ${closingLine(tally)}` : "";
  console.log(`${mark} ${step.name.padEnd(NAME_WIDTH)}${column(seconds)}${counts}`);
}
const total = sum(results.map(({ tally }) => tally));
console.log(`${"".padEnd(7)}${"in all".padEnd(NAME_WIDTH)}${column(secondsSince(started))}`);
for (const { step, failures } of results) {
  for (const { file, test, reason } of failures) {
    const path = relative(root, file);
    console.log(`\nFAILED ${path}\n       ${test ?? "the whole file"}\n       ${reason}`);
    console.log(`       Again: npx vitest run --project ${step.name} ${path}`);
  }
}
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

interface Ran {
  step: Step;
  tally: Tally;
  failures: readonly Failure[];
  /** How long it took. */
  seconds: number;
}

async function runLane(steps: readonly Step[], lane: number): Promise<Ran[]> {
  const ran: Ran[] = [];
  for (const step of steps) ran.push(await run(step, lane));
  if (lane >= restLanes) return ran;
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
    ran.push(await run(step, lane));
  return ran;
}

/** Steps of one name as one. */
function together(ran: readonly Ran[]): Ran[] {
  const byName = new Map<string, Ran>();
  for (const { step, tally, failures, seconds } of ran) {
    const same = byName.get(step.name);
    byName.set(step.name, {
      step,
      tally: same === undefined ? tally : sum([same.tally, tally]),
      failures: [...(same?.failures ?? []), ...failures],
      seconds: (same?.seconds ?? 0) + seconds,
    });
  }
  return [...byName.values()];
}

async function run(step: Step, lane: number): Promise<Ran> {
  if (step.name.startsWith("e2e") && (await missingTools(["chromium"])) !== false)
    return { step, tally: { passed: 0, failed: 0, skipped: 1 }, failures: [], seconds: 0 };
  const report = join(reports, `${lane}.json`);
  rmSync(report, { force: true });
  const [command = "", ...args] = commandOf(step, report);
  const begun = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: "1",
      ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
      // What several steps only read is printed once for all of them.
      TESTS_SHARED: shared,
      TESTS_LANE: String(lane),
      [TIER_VARIABLE]: tier,
      PATH: [join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter),
    },
    // On Windows npm and vitest are batch files, which only a shell starts.
    shell: process.platform === "win32",
  });
  // Two steps speak at once.
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on("line", (line) => {
      console.log(`${step.name.padEnd(NAME_WIDTH)}| ${line}`);
    });
  const ok = await new Promise<boolean>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
  });
  const seconds = secondsSince(begun);
  if (step.kind === "script") return { step, tally: tallyOfScript(ok), failures: [], seconds };
  const results = read(report);
  return { step, tally: tallyOfTests(results, ok), failures: failuresOf(results), seconds };
}

function secondsSince(moment: number): number {
  return (performance.now() - moment) / 1000;
}

function column(seconds: number): string {
  return `${seconds.toFixed(1).padStart(6)} s`;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
