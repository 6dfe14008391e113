import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const MINUTE = 60_000;
const LONG_TESTS = "tests/**/*.long.test.ts";
/** Builds that end before anything is printed, in folders of their own. */
const BAD_INPUTS = "tests/build/bad-inputs/**/*.test.ts";
const BROWSER_TESTS = ["tests/e2e/**/*.test.ts", "tests/tools/open-browser.test.ts"];

/**
 * Four projects. `unit` prints no page; `build` and `e2e` build sites, each build on all cores, so their files run one
 * after another; `long` is for `npm run test:all` only.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "src/**/*.test.ts",
            "scripts/**/*.test.ts",
            "demo/**/*.test.ts",
            "looks/**/*.test.ts",
            "benchmarks/**/*.test.ts",
            "tests/{structure,differential,runner,tools,defects}/**/*.test.ts",
            BAD_INPUTS,
          ],
          exclude: [LONG_TESTS, ...BROWSER_TESTS],
          // Modules are loaded once for all files of a thread: that is half of the work.
          pool: "threads",
          isolate: false,
          maxWorkers: availableParallelism(),
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "build",
          include: ["tests/build/**/*.test.ts"],
          exclude: [LONG_TESTS, BAD_INPUTS],
          fileParallelism: false,
          testTimeout: 3 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
      {
        test: {
          name: "e2e",
          include: BROWSER_TESTS,
          exclude: [LONG_TESTS],
          globalSetup: ["tests/tools/provide-browser.ts"],
          fileParallelism: false,
          testTimeout: MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
      {
        test: {
          name: "long",
          include: [LONG_TESTS],
          fileParallelism: false,
          testTimeout: 20 * MINUTE,
          hookTimeout: 20 * MINUTE,
        },
      },
    ],
  },
});
