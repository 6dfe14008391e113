// What each command of package.json takes, and says of itself under --help. A command reads its own entry.
import type { Command } from "../src/cli/command-options.ts";
import { FIRST_PORT } from "../src/deploy/listen.ts";

const DONE = "done";
const REFUSED = "an option, a setting or a folder cannot be used as asked; nothing was written";
const FAILED = "something broke: the disk, a tool, Stet itself";

const BUILT = {
  0: "done; there may be warnings",
  1: "the content has errors; nothing was written",
  2: REFUSED,
  3: "another build uses the same working folder or output folder",
  4: "something broke: a component, a page that names a file which is not there, the disk, Stet itself",
} as const;

const PORT = {
  kind: "number",
  value: "PORT",
  from: 1,
  to: 65_535,
  default: FIRST_PORT,
  says: "the port on this machine; where it is taken, the next free one after it",
} as const;

const IMAGES = {
  kind: "text",
  value: "DIR",
  default: "../shared/corpora/18f",
  says: "a folder with photographs, from the checkout",
} as const;

const SEED = {
  kind: "number",
  value: "NUMBER",
  from: 0,
  to: 999_999_999,
  default: 1,
} as const;

export const COMMANDS = {
  start: {
    call: "npm start",
    does: "Builds the publication, then serves the bundle on this machine until Ctrl-C.",
    options: { port: PORT },
    exitCodes: { ...BUILT, 0: "ended by Ctrl-C" },
    example: "--port 8080",
  },
  dev: {
    call: "npm run dev",
    does: "Shows the publication while it is being written, until Ctrl-C. Pages reload by themselves; what is wrong with the content lies over them until it is mended.",
    options: { port: PORT },
    exitCodes: { 0: "ended by Ctrl-C", 2: REFUSED, 4: FAILED },
    example: "--port 8080",
  },
  build: {
    call: "npm run build",
    does: "Checks the content, renders what changed, and publishes into the output folder.",
    options: {
      clean: { kind: "flag", says: "renders everything" },
      astro: {
        kind: "flag",
        says: "renders all pages by Astro's own way, without the string runtime: the same bytes, more slowly",
      },
      pagefind: {
        kind: "flag",
        says: "has Pagefind index every article itself, as a check of the press: the files are the same",
      },
    },
    exitCodes: BUILT,
    example: "--clean",
  },
  check: {
    call: "npm run check",
    does: "Checks the content and writes no page.",
    options: {
      all: { kind: "flag", says: "shows every warning; otherwise a few of each kind" },
      json: { kind: "flag", says: "writes the diagnostics for programs, as docs/check.md says" },
    },
    exitCodes: {
      0: "no errors; there may be warnings",
      1: "the content has errors",
      2: REFUSED,
      4: FAILED,
    },
    example: "--all",
  },
  verify: {
    call: "npm run verify",
    does: "Compares a bundle with its manifest of hashes, and finds files that its pages name and it lacks.",
    operands: { usage: "[FOLDER]", says: "the bundle; otherwise the output folder", most: 1 },
    options: {},
    exitCodes: {
      0: "the bundle is whole",
      1: "it is not what its manifest says, or lacks a file that it names",
      2: REFUSED,
      4: FAILED,
    },
    example: "/srv/www",
  },
  ping: {
    call: "npm run ping",
    does: "Tells the WebSub hub that site.yaml names which feeds a deployment has changed. One of the first two options is needed.",
    options: {
      base: {
        kind: "text",
        value: "FILE",
        says: "the stet-manifest.jsonl that was public before",
      },
      all: { kind: "flag", says: "announces every feed" },
    },
    exitCodes: { 0: "told, or nothing to tell", 2: REFUSED, 4: "the hub could not be told" },
    example: "--base before.jsonl",
  },
  upload: {
    call: "npm run upload",
    does: "Sends what changed of the bundle to where it is public, by rclone.",
    options: {
      to: {
        kind: "text",
        value: "TARGET",
        says: "where that is, as rclone names it: remote:bucket/path, or a folder outside the bundle; needed",
      },
      before: { kind: "text", value: "FILE", says: "keeps the manifest that was public" },
      "dry-run": { kind: "flag", says: "tells what would be sent, and sends nothing" },
      all: { kind: "flag", says: "sends everything" },
    },
    exitCodes: {
      0: DONE,
      1: "the bundle is not what its manifest says; nothing was sent",
      2: "an option, a setting or the place to send to cannot be used as asked",
      4: "something broke: the line to the host, rclone, Stet itself",
    },
    example: "--to public:paper --before before.jsonl",
  },
  bench: {
    call: "npm run bench",
    does: "Measures the press on an archive that it makes up, from a clean build to the first page of development.",
    options: {
      articles: {
        kind: "number",
        value: "NUMBER",
        from: 10,
        to: 10_000_000,
        default: 1000,
        says: "how many articles the archive has",
      },
      seed: { ...SEED, says: "which archive is made up" },
      runs: {
        kind: "number",
        value: "NUMBER",
        from: 1,
        to: 1000,
        says: "how often each step is run; otherwise 3 times, a large archive once",
      },
      short: { kind: "flag", says: "the main steps alone" },
      pictures: IMAGES,
      folder: { kind: "text", value: "DIR", says: "keeps there what was made" },
      peers: { kind: "flag", says: "measures other generators beside it" },
      peer: { kind: "texts", value: "NAME", says: "one of them; as often as wanted" },
      json: { kind: "text", value: "FILE", says: "writes the results for programs" },
      write: { kind: "flag", says: "writes the table into docs/performance.md" },
    },
    exitCodes: { 0: DONE, 2: REFUSED, 4: "a step failed" },
    example: "--articles 10000 --short",
  },
  encoders: {
    call: "npm run encoders",
    does: "Compares encoders of pictures: bytes at equal quality, and time.",
    options: {
      pictures: IMAGES,
      width: {
        kind: "numbers",
        value: "PIXELS",
        from: 16,
        to: 20_000,
        default: [480, 800, 1200, 1600],
        says: "a width to encode at; as often as wanted",
      },
      most: {
        kind: "number",
        value: "NUMBER",
        from: 1,
        to: 1_000_000,
        default: 1000,
        says: "how many photographs are taken at most",
      },
      kept: {
        kind: "text",
        value: "FILE",
        says: "keeps results there, and goes on where it ended",
      },
    },
    exitCodes: { 0: DONE, 2: REFUSED, 4: "a tool that is needed is missing, or failed" },
    example: "--width 800 --most 12",
  },
  type: {
    call: "npm run type",
    does: "Cuts the press's typefaces anew. It downloads them.",
    options: {},
    exitCodes: { 0: DONE, 4: FAILED },
    example: "--help",
  },
  lighthouse: {
    call: "npm run lighthouse",
    does: "Scores every template with Lighthouse.",
    options: {
      only: { kind: "texts", value: "NAME", says: "a template or page; as often as wanted" },
      runs: {
        kind: "number",
        value: "NUMBER",
        from: 1,
        to: 1000,
        default: 3,
        says: "how often each page is run",
      },
      write: { kind: "flag", says: "writes the table into docs/performance.md" },
    },
    exitCodes: { 0: DONE, 2: REFUSED, 4: FAILED },
    example: "--only article --runs 1",
  },
  shots: {
    call: "npm run shots",
    does: "Takes pictures of every template: four widths, light and dark, in print, without script, from right to left.",
    options: {
      out: { kind: "text", value: "DIR", default: "shots", says: "where they go" },
      compare: { kind: "text", value: "REV", says: "shows what differs from a revision" },
      only: { kind: "texts", value: "NAME", says: "a template or page; as often as wanted" },
      width: {
        kind: "numbers",
        value: "PIXELS",
        from: 200,
        to: 4000,
        default: [360, 768, 1280, 1920],
        says: "a width of the window; as often as wanted",
      },
      scheme: {
        kind: "texts",
        value: "SCHEME",
        of: ["light", "dark"],
        default: ["light", "dark"],
        says: "light or dark; as often as wanted",
      },
    },
    exitCodes: { 0: DONE, 2: REFUSED, 4: FAILED },
    example: "--only article --width 360 --scheme dark",
  },
  compare: {
    call: "npm run compare",
    does: "Tells which files of published bundles differ between a revision of the press and the working tree, or between two revisions.",
    operands: { usage: "REV [REV2]", says: "the revisions, as git names them", most: 2 },
    options: {
      only: { kind: "texts", value: "NAME", says: "a publication; as often as wanted" },
    },
    exitCodes: { 0: "done, whether anything differs or not", 2: REFUSED, 4: FAILED },
    example: "HEAD~1 --only demo",
  },
  defects: {
    call: "npm run defects",
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
      only: { kind: "text", value: "PATTERN", default: "", says: "those whose name matches" },
      suites: {
        kind: "text",
        value: "NAMES",
        default: "types,unit,build,e2e",
        says: "which tests run; also unit-long,build-long,e2e-long",
      },
      continue: {
        kind: "text",
        value: "FILE",
        says: "appends results there, and skips what is in it",
      },
      "sample-file": {
        kind: "text",
        value: "FILE",
        says: "records the sample, or seeds the recorded one again",
      },
      list: { kind: "flag", says: "shows the defects and runs nothing" },
      "skip-baseline": { kind: "flag", says: "does not run the suites without a defect first" },
      report: { kind: "text", value: "FILE", says: "prints results again" },
      against: { kind: "text", value: "FILE", says: "compares them with others" },
    },
    exitCodes: { 0: DONE, 2: REFUSED, 4: "ended by a signal" },
    example: "--sample 5 --suites types,unit",
  },
  docs: {
    call: "npm run docs",
    does: "Writes the pages of docs/ and the files of docs/hosts/ that are made from code.",
    options: {},
    exitCodes: { 0: DONE, 4: FAILED },
    example: "--help",
  },
  draw: {
    call: "npm run draw",
    does: "Draws the pictures of the demonstration into content/, from scripts/demo/.",
    options: { film: { kind: "flag", says: "makes its film too, which needs ffmpeg" } },
    exitCodes: { 0: DONE, 1: "ffmpeg failed", 2: REFUSED },
    example: "--film",
  },
  test: {
    call: "npm test",
    does: "Runs what is checked before each commit.",
    options: {
      all: { kind: "flag", says: "and the long tests: what a change must pass (npm run test:all)" },
      nightly: { kind: "flag", says: "all there is (npm run test:nightly)" },
    },
    exitCodes: { 0: "all tests passed", 1: "a test failed", 2: REFUSED },
    example: "--all",
  },
} as const satisfies Record<string, Command>;
