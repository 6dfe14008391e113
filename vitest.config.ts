import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import type { TestProjectInlineConfiguration } from "vitest/config";

const MINUTE = 60_000;
const LATER_TESTS = ["**/*.long.test.ts", "**/*.nightly.test.ts"];
/** Builds that end before anything is printed, in folders of their own. */
const BAD_INPUTS = "tests/build/bad-inputs/**/*.test.ts";

/** Below these lie tests beside modules, and of the project as a whole. */
const UNIT_FOLDERS =
  "{src,scripts,benchmarks,tests/{structure,import,differential,hosts,runner,tools,defects,visual}}";

/**
 * `unit` prints no page; the others build sites or open a browser, each build on all cores, so their files run one
 * after another. tests/runner/tier.ts says when which files run.
 */
export default defineConfig({
  test: {
    projects: [
      units(
        "unit",
        [`${UNIT_FOLDERS}/**/*.test.ts`, BAD_INPUTS],
        [...LATER_TESTS, "tests/tools/open-browser.test.ts"],
      ),
      units("unit-long", [`${UNIT_FOLDERS}/**/*.long.test.ts`]),
      builds("build", ["tests/build/**/*.test.ts"], [...LATER_TESTS, BAD_INPUTS]),
      builds("build-long", ["tests/build/**/*.long.test.ts"]),
      builds("build-nightly", ["tests/build/**/*.nightly.test.ts"]),
      browsers("e2e", ["tests/e2e/**/*.test.ts", "tests/tools/open-browser.test.ts"], LATER_TESTS),
      browsers("e2e-long", ["tests/e2e/**/*.long.test.ts"]),
      browsers("e2e-nightly", ["tests/e2e/**/*.nightly.test.ts"]),
    ],
  },
});

/** Tests that run side by side. */
function units(
  name: string,
  include: string[],
  exclude: string[] = [],
): TestProjectInlineConfiguration {
  // Modules are loaded once for all files of a thread: that is half of the work.
  const threads = { pool: "threads", isolate: false, maxWorkers: availableParallelism() } as const;
  return { test: { name, include, exclude, ...threads, testTimeout: 3 * MINUTE } };
}

/** Tests that take turns, file by file, in one process: loading what they share would be a fifth of their time. */
function builds(
  name: string,
  include: string[],
  exclude: string[] = [],
  more: TestProjectInlineConfiguration["test"] = {},
): TestProjectInlineConfiguration {
  const limits = { testTimeout: 3 * MINUTE, hookTimeout: 5 * MINUTE };
  return {
    test: { name, include, exclude, fileParallelism: false, isolate: false, ...limits, ...more },
  };
}

function browsers(
  name: string,
  include: string[],
  exclude?: string[],
): TestProjectInlineConfiguration {
  const globalSetup = ["tests/tools/provide-browser.ts"];
  // What a page does after a while is waited for longer than it takes on any machine.
  return builds(name, include, exclude, { globalSetup, expect: { poll: { timeout: MINUTE / 2 } } });
}
