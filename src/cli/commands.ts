// What each command of Stet takes, and says of itself under --help.
import { FIRST_PORT } from "../deploy/listen.ts";
import type { Command } from "./command-options.ts";

export const DONE = "done";
/** What the exit code `refused` says of most commands. */
export const REFUSED =
  "an option, a setting or a folder cannot be used as asked; nothing was written";
export const FAILED = "something broke: the disk, a tool, Stet itself";

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

/** The commands that a publication is run with, by name. */
export const COMMANDS = {
  start: {
    name: "start",
    does: "Builds the publication, then serves the bundle on this machine until Ctrl-C.",
    options: { port: PORT },
    exitCodes: { ...BUILT, 0: "ended by Ctrl-C" },
    example: "--port 8080",
  },
  dev: {
    name: "dev",
    does: "Shows the publication while it is being written, until Ctrl-C. Pages reload by themselves; what is wrong with the content lies over them until it is mended.",
    options: { port: PORT },
    exitCodes: { 0: "ended by Ctrl-C", 2: REFUSED, 4: FAILED },
    example: "--port 8080",
  },
  build: {
    name: "build",
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
    name: "check",
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
    name: "verify",
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
    name: "ping",
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
    name: "upload",
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
} as const satisfies Record<string, Command>;
