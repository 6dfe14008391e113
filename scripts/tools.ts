// What each tool of this repository takes, and says of itself under --help. A tool reads its own entry.
import type { Command } from "../src/cli/command-options.ts";
import { DONE, FAILED, REFUSED } from "../src/cli/commands.ts";

const IMAGES = {
  kind: "text",
  value: "DIR",
  default: "../shared/corpora/18f",
  says: "a folder of photos, relative to the checkout",
} as const;

const SEED = {
  kind: "number",
  value: "NUMBER",
  from: 0,
  to: 999_999_999,
  default: 1,
} as const;

/** The tools, by name; each is a file beside this one. */
export const TOOLS = {
  bench: {
    name: "bench",
    isTool: true,
    does: "Measures Stet on a generated archive, from a clean build to the first page in development.",
    options: {
      articles: {
        kind: "number",
        value: "NUMBER",
        from: 10,
        to: 10_000_000,
        default: 1000,
        says: "the number of articles in the archive",
      },
      seed: { ...SEED, says: "which archive is generated" },
      runs: {
        kind: "number",
        value: "NUMBER",
        from: 1,
        to: 1000,
        says: "how often each step runs; by default 3 times, or once for a large archive",
      },
      short: { kind: "flag", says: "runs only the main steps" },
      pictures: IMAGES,
      folder: { kind: "text", value: "DIR", says: "keeps the generated files there" },
      peers: { kind: "flag", says: "also measures other generators" },
      peer: { kind: "texts", value: "NAME", says: "one of them; may be repeated" },
      json: { kind: "text", value: "FILE", says: "writes the results as JSON" },
      write: { kind: "flag", says: "writes the table into docs/performance.md" },
    },
    exitCodes: { 0: DONE, 2: REFUSED, 4: "a step failed" },
    example: "--articles 10000 --short",
  },
  encoders: {
    name: "encoders",
    isTool: true,
    does: "Compares image encoders: bytes at equal quality, and time.",
    options: {
      pictures: IMAGES,
      width: {
        kind: "numbers",
        value: "PIXELS",
        from: 16,
        to: 20_000,
        default: [480, 800, 1200, 1600],
        says: "a width to encode at; may be repeated",
      },
      most: {
        kind: "number",
        value: "NUMBER",
        from: 1,
        to: 1_000_000,
        default: 1000,
        says: "the maximum number of photos",
      },
      kept: {
        kind: "text",
        value: "FILE",
        says: "saves the results there, and continues where it stopped",
      },
    },
    exitCodes: { 0: DONE, 2: REFUSED, 4: "a required tool is missing, or failed" },
    example: "--width 800 --most 12",
  },
  type: {
    name: "type",
    isTool: true,
    does: "Downloads Stet's fonts and subsets them again.",
    options: {},
    exitCodes: { 0: DONE, 4: FAILED },
    example: "--help",
  },
  lighthouse: {
    name: "lighthouse",
    isTool: true,
    does: "Scores every template with Lighthouse.",
    options: {
      only: { kind: "texts", value: "NAME", says: "a template or page; may be repeated" },
      runs: {
        kind: "number",
        value: "NUMBER",
        from: 1,
        to: 1000,
        default: 3,
        says: "how often each page runs",
      },
      write: { kind: "flag", says: "writes the table into docs/performance.md" },
    },
    exitCodes: { 0: DONE, 2: REFUSED, 4: FAILED },
    example: "--only article --runs 1",
  },
  shots: {
    name: "shots",
    isTool: true,
    does: "Takes screenshots of every template: four widths, light and dark, in print, without JavaScript, right to left.",
    options: {
      out: { kind: "text", value: "DIR", default: "shots", says: "the folder for the screenshots" },
      compare: { kind: "text", value: "REV", says: "shows the differences from a revision" },
      only: { kind: "texts", value: "NAME", says: "a template or page; may be repeated" },
      width: {
        kind: "numbers",
        value: "PIXELS",
        from: 200,
        to: 4000,
        default: [360, 768, 1280, 1920],
        says: "a width of the window; may be repeated",
      },
      scheme: {
        kind: "texts",
        value: "SCHEME",
        of: ["light", "dark"],
        default: ["light", "dark"],
        says: "light or dark; may be repeated",
      },
    },
    exitCodes: { 0: DONE, 2: REFUSED, 4: FAILED },
    example: "--only article --width 360 --scheme dark",
  },
  compare: {
    name: "compare",
    isTool: true,
    does: "Lists the files of published bundles that differ between a revision of Stet and the working tree, or between two revisions.",
    operands: { usage: "REV [REV2]", says: "the revisions, as git names them", most: 2 },
    options: {
      only: { kind: "texts", value: "NAME", says: "a publication; may be repeated" },
    },
    exitCodes: { 0: "done, whether anything differs or not", 2: REFUSED, 4: FAILED },
    example: "HEAD~1 --only demo",
  },
  defects: {
    name: "defects",
    isTool: true,
    does: "Measures how well the tests protect the code: seeds small defects into a copy of src/, one at a time, and reports which test catches each, and which survive.",
    options: {
      sample: {
        kind: "number",
        value: "NUMBER",
        from: 1,
        to: 1_000_000,
        default: 25,
        says: "how many defects are seeded",
      },
      seed: { ...SEED, says: "which of them" },
      only: { kind: "text", value: "PATTERN", default: "", says: "only those whose name matches" },
      suites: {
        kind: "text",
        value: "NAMES",
        default: "types,unit,build,e2e",
        says: "which tests run; also unit-long,build-long,e2e-long",
      },
      continue: {
        kind: "text",
        value: "FILE",
        says: "appends results to it, and skips those it already contains",
      },
      "sample-file": {
        kind: "text",
        value: "FILE",
        says: "records the sample, or seeds the recorded one again",
      },
      list: { kind: "flag", says: "lists the defects and runs nothing" },
      "skip-baseline": { kind: "flag", says: "does not run the suites without a defect first" },
      report: { kind: "text", value: "FILE", says: "prints earlier results again" },
      against: { kind: "text", value: "FILE", says: "compares them with other results" },
    },
    exitCodes: { 0: DONE, 2: REFUSED, 4: "ended by a signal" },
    example: "--sample 5 --suites types,unit",
  },
  docs: {
    name: "docs",
    isTool: true,
    does: "Writes the generated pages of docs/.",
    options: {
      pictures: {
        kind: "flag",
        says: "takes the pictures of docs/components.md and docs/writing.md too, with Chromium",
      },
    },
    exitCodes: { 0: DONE, 4: FAILED },
    example: "--help",
  },
  draw: {
    name: "draw",
    isTool: true,
    does: "Draws the images of the demonstration in content/, from scripts/demo/.",
    options: { film: { kind: "flag", says: "also makes its video, which needs ffmpeg" } },
    exitCodes: { 0: DONE, 1: "ffmpeg failed", 2: REFUSED },
    example: "--film",
  },
  test: {
    name: "test",
    isTool: true,
    does: "Runs the checks for each commit.",
    options: {
      all: {
        kind: "flag",
        says: "also runs the long tests, which a change must pass (npm run test:all)",
      },
      nightly: { kind: "flag", says: "runs all tests (npm run test:nightly)" },
    },
    exitCodes: { 0: "all tests passed", 1: "a test failed", 2: REFUSED },
    example: "--all",
  },
} as const satisfies Record<string, Command>;
