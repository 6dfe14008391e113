import type { Suite } from "./results.ts";

/** One command of a suite; a suite passes when all of its commands do. */
export interface SuiteRun {
  /** What Node is started with, from the root of the copy. */
  args: string[];
  /** The JSON report that Vitest writes; absent for other commands. */
  report?: string;
}

const VITEST = "node_modules/vitest/vitest.mjs";

/**
 * The commands of a suite, the quickest to fail first. `scratch` is a folder outside the copy that is not emptied
 * between defects. With `file`, the unit tests beside that file run first, then those that import it, then all.
 */
export function runsOf(suite: Suite, scratch: string, file?: string): SuiteRun[] {
  if (suite === "types") return typeRuns(file);
  const report = `${scratch}/report.json`;
  const vitest = (...words: string[]): SuiteRun => {
    const options = ["--project", suite, "--bail=1", "--reporter=json", `--outputFile=${report}`];
    return { args: [VITEST, ...words, ...options], report };
  };
  const all = vitest("run");
  // Unit tests import no components; the tests of builds import little and read all.
  if (suite !== "unit" || file?.endsWith(".ts") !== true) return [all];
  const beside = file.replace(/\.ts$/, ".test.ts");
  return [vitest("run", beside, "--passWithNoTests"), vitest("related", file, "--run"), all];
}

/** TypeScript alone is quicker than `astro check`, but does not read components. */
function typeRuns(file: string | undefined): SuiteRun[] {
  const components = ["--tsconfig", "tsconfig.components.json"];
  const check: SuiteRun = { args: ["node_modules/astro/bin/astro.mjs", "check", ...components] };
  if (file?.endsWith(".astro") === true) return [check];
  const types = ["--pretty", "false", "--types", "node,astro/client"];
  return [{ args: ["node_modules/typescript-native/bin/tsc", ...types] }, check];
}

/** The first thing that failed in a run of Vitest, by its JSON report: `file > test`, or a file that did not load. */
export function failedTest(report: string | undefined, root: string): string {
  const { testResults = [] } = report === undefined ? {} : (JSON.parse(report) as VitestReport);
  const file = ({ name }: { name: string }): string =>
    name.startsWith(root) ? name.slice(root.length + 1).replaceAll("\\", "/") : name;
  const failures = testResults.filter(({ status }) => status === "failed");
  for (const one of failures) {
    const failed = one.assertionResults.find(({ status }) => status === "failed");
    if (failed !== undefined) return `${file(one)} > ${failed.fullName.trim()}`;
  }
  // Files that were cut short by the failure of another one say nothing.
  const unread = failures.find(({ message }) => message !== undefined && message !== "");
  if (unread === undefined) return "no test: the run itself failed";
  return `${file(unread)}: ${unread.message?.split("\n")[0]}`;
}

/** The first error that the type checker names, in one line. */
export function typeError(output: string): string {
  const lines = output.replaceAll(/\u001B\[[\d;]*m/g, "").split("\n");
  return lines.find((line) => /\berror\b.*\bts\b|\berror TS\d+/i.test(line))?.trim() ?? "an error";
}

/** What Vitest's JSON reporter writes, as far as it is read here. */
interface VitestReport {
  testResults?: {
    /** The test file's absolute path. */
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}
