// npm run defects: measures how well the tests protect the code, with small defects seeded into a copy of it.
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { readOptions } from "../src/cli/command-options.ts";
import { EXIT } from "../src/cli/outcome.ts";
import { candidatesIn, isSeeded, withDefect } from "../tests/defects/candidates.ts";
import type { Candidate } from "../tests/defects/candidates.ts";
import { copyCheckout, resetCopy } from "../tests/defects/checkout-copy.ts";
import { comparisonText, diffText, reportText } from "../tests/defects/results-report.ts";
import {
  earlierResult,
  readJsonLines,
  readResults,
  SUITES,
  suitesLeft,
} from "../tests/defects/results.ts";
import type { Result, Suite } from "../tests/defects/results.ts";
import { killRunning, runLimited } from "../tests/defects/run-limited.ts";
import { drawSample, findAgain } from "../tests/defects/sample.ts";
import type { RecordedDefect } from "../tests/defects/sample.ts";
import { failedTest, runsOf, typeError } from "../tests/defects/suite-runs.ts";
import { TIER_VARIABLE } from "../tests/runner/tier.ts";
import { projectFiles, projectText } from "../tests/structure/project-files.ts";
import { TOOLS } from "./tools.ts";

const MINUTE = 60_000;
/** Time limits of suites that have not been timed. */
const LIMITS: Record<Suite, number> = {
  types: 5 * MINUTE,
  unit: 15 * MINUTE,
  build: 60 * MINUTE,
  e2e: 60 * MINUTE,
  "unit-long": 15 * MINUTE,
  "build-long": 90 * MINUTE,
  "e2e-long": 90 * MINUTE,
};

const { values } = readOptions(TOOLS.defects);

/** Invalid options, or tests that fail without a defect. The message says what to do. */
class CannotMeasure extends Error {}

let workshop: string | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => {
    killRunning();
    clean();
    process.exit(EXIT.failed);
  });

try {
  if (values.report === undefined) await measure();
  else process.stdout.write(reportOf(values.report, values.against));
} catch (error) {
  if (!(error instanceof CannotMeasure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT.refused;
} finally {
  clean();
}

async function measure(): Promise<void> {
  const suites = wantedSuites();
  const sample = chooseSample();
  if (sample.length === 0)
    throw new CannotMeasure("No code matches, so there is no candidate for a defect.");
  if (values.list) {
    process.stdout.write(`${sample.map(diffText).join("\n\n")}\n`);
    return;
  }
  const file =
    values.continue ?? join(mkdtempSync(join(tmpdir(), "stet-defects-result-")), "defects.jsonl");
  tell(`Results are appended to ${file}. To resume: --continue ${file}`);
  const results = readResults(file);
  const open = sample.filter(
    (candidate) => suitesLeft(suites, earlierResult(results, candidate)).length > 0,
  );
  if (open.length > 0) {
    workshop = realpathSync(mkdtempSync(join(tmpdir(), "stet-defects-")));
    // Servers that tests start read bundles in it as another user.
    chmodSync(workshop, 0o755);
    const root = join(workshop, "copy");
    copyCheckout(root);
    const limits = values["skip-baseline"] ? LIMITS : await timeSuites(root, suites);
    for (const [at, candidate] of open.entries()) {
      tell(`${at + 1} of ${open.length}: ${candidate.identity}`);
      const result = await tryDefect(
        root,
        candidate,
        earlierResult(results, candidate),
        suites,
        limits,
      );
      results.set(result.identity, result);
      appendFileSync(file, `${JSON.stringify(result)}\n`);
      tell(
        `  ${result.caughtBy === undefined ? "survives" : `caught by ${result.caughtBy}: ${result.test}`}`,
      );
    }
  }
  process.stdout.write(reportText(sample.flatMap(({ identity }) => results.get(identity) ?? [])));
}

function wantedSuites(): Suite[] {
  const names = values.suites.split(",");
  const unknown = names.find((name) => !SUITES.some((suite) => suite === name));
  if (unknown !== undefined)
    throw new CannotMeasure(`There is no suite ${unknown}. The suites are ${SUITES.join(", ")}.`);
  return SUITES.filter((suite) => names.includes(suite));
}

/** The defects to seed: drawn, or those that a file records. A new sample file is written. */
function chooseSample(): Candidate[] {
  const { sample: size, seed } = values;
  const only = pattern(values.only);
  const candidates = projectFiles()
    .filter(isSeeded)
    .flatMap((file) => candidatesIn(file, projectText(file) ?? ""))
    .filter(({ identity }) => only.test(identity));
  const sampleFile = values["sample-file"];
  if (sampleFile !== undefined && existsSync(sampleFile)) {
    const recorded = readJsonLines(sampleFile) as RecordedDefect[];
    const { sample, replaced } = findAgain(recorded, candidates, seed);
    for (const { gone, by } of replaced)
      tell(`${gone} no longer exists; replaced by ${by ?? "nothing"}.`);
    return sample;
  }
  const sample = drawSample(candidates, { size, seed });
  if (sampleFile !== undefined)
    writeFileSync(
      sampleFile,
      sample
        .map(({ identity, before, after }) => `${JSON.stringify({ identity, before, after })}\n`)
        .join(""),
    );
  return sample;
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw new CannotMeasure(`--only takes a regular expression, which ${text} is not.`);
  }
}

/** Runs every suite without a defect, since a failing one would catch everything, and sets time limits by it. */
async function timeSuites(root: string, suites: readonly Suite[]): Promise<Record<Suite, number>> {
  const limits = { ...LIMITS };
  for (const suite of suites) {
    tell(`${suite} without a defect`);
    const { failure, seconds } = await runSuite(root, suite, LIMITS);
    if (failure !== undefined)
      throw new CannotMeasure(
        `${suite} fails without a defect, so it would catch every one: ${failure}\nFix it, or exclude it with --suites.`,
      );
    tell(`  ${seconds.toFixed(0)} s`);
    limits[suite] = 2 * MINUTE + 4000 * seconds;
  }
  return limits;
}

async function tryDefect(
  root: string,
  candidate: Candidate,
  earlier: Result | undefined,
  suites: readonly Suite[],
  limits: Record<Suite, number>,
): Promise<Result> {
  const { identity, kind, file, line, before, after } = candidate;
  const result: Result = {
    identity,
    kind,
    file,
    line,
    before,
    after,
    suites: [...(earlier?.suites ?? [])],
    seconds: earlier?.seconds ?? 0,
  };
  for (const suite of suitesLeft(suites, earlier)) {
    const { failure, seconds } = await runSuite(root, suite, limits, candidate);
    result.seconds += seconds;
    result.suites.push(suite);
    if (failure !== undefined) return { ...result, caughtBy: suite, test: failure };
  }
  return result;
}

/** Runs a suite up to its first failure. Every command starts from a clean copy and an empty temporary folder. */
async function runSuite(
  root: string,
  suite: Suite,
  limits: Record<Suite, number>,
  defect?: Candidate,
): Promise<{ failure?: string; seconds: number }> {
  const scratch = join(root, "../scratch");
  const temporary = join(root, "../tmp");
  mkdirSync(scratch, { recursive: true });
  let total = 0;
  for (const { args, report } of runsOf(suite, scratch, defect?.file)) {
    resetCopy(root);
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(join(temporary, "shared"), { recursive: true });
    if (report !== undefined) rmSync(report, { force: true });
    if (defect !== undefined) {
      const file = join(root, defect.file);
      writeFileSync(file, withDefect(readFileSync(file, "utf8"), defect));
    }
    const { code, isTimeout, output, seconds } = await runLimited(args, {
      cwd: root,
      env: environment(root, temporary),
      folder: join(root, ".."),
      limit: limits[suite],
    });
    total += seconds;
    if (isTimeout) return { failure: "no test: the time limit", seconds: total };
    if (code === 0) continue;
    const failure =
      report === undefined
        ? typeError(output)
        : failedTest(existsSync(report) ? readFileSync(report, "utf8") : undefined, root);
    return { failure, seconds: total };
  }
  return { seconds: total };
}

function environment(root: string, temporary: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: "1",
    NO_COLOR: "1",
    // Bundles built with another defect are never reused.
    TESTS_SHARED: join(temporary, "shared"),
    [TIER_VARIABLE]: "commit",
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    PATH: [join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter),
  };
}

function reportOf(file: string, against: string | undefined): string {
  for (const one of [file, against])
    if (one !== undefined && !existsSync(one)) throw new CannotMeasure(`There is no file ${one}.`);
  const results = readResults(file);
  return against === undefined
    ? reportText([...results.values()])
    : comparisonText(results, readResults(against));
}

function tell(progress: string): void {
  process.stderr.write(`${progress}\n`);
}

/** Leaves nothing behind; may be called twice, since a signal can come while the end is being tidied. */
function clean(): void {
  if (workshop !== undefined) rmSync(workshop, { recursive: true, force: true, maxRetries: 3 });
}
