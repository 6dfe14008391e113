import type { BadInput } from "./bad-input.ts";
import { GOOD_PUBLICATION } from "./good-publication.ts";

const siteWith = (...lines: string[]): BadInput["files"] => ({
  "site.yaml": `${String(GOOD_PUBLICATION["site.yaml"])}${lines.join("\n")}\n`,
});
const ZERO = "0".repeat(64);
const line = (file: string, more: object = {}): string =>
  JSON.stringify({ file, bytes: 4, sha256: ZERO, ...more });
const listing = (...lines: string[]): BadInput["files"] => ({
  ...siteWith("media: ../media"),
  "media.jsonl": `${lines.join("\n")}\n`,
});
const SIZE = { image: { width: 40, height: 30, type: "jpg" } };

/** The list of media files outside git, and the store that it is fetched from. */
export const LISTED_MEDIA_ROWS: BadInput[] = [
  {
    name: "lines of the media list that list nothing",
    files: listing(
      "<<<<<<< HEAD",
      line("public/a.mp3"),
      "",
      line("public/b.mp3", { bytes: 0 }),
      line("public/c.mp3", { sha256: ZERO.slice(1) }),
      line("public/d.mp3", { note: "new" }),
      line("public/e.jpg"),
      line("public/f.mp3", SIZE),
      line("public/g.svg"),
      line("public/a.mp3"),
      line("public/h.mp3", { stored: "public/a.0000000000000000.mp3" }),
    ),
    exit: 1,
    diagnostics: [
      "media/list media.jsonl:1:1",
      ...[4, 5, 6, 7, 8, 9, 10, 11].map((at) => `media/list media.jsonl:${at}:1`),
    ],
  },
  {
    name: "paths in the media list that lead elsewhere",
    files: listing(
      line("public/../../a.mp3"),
      line("/etc/a.mp3"),
      line("public/.hidden/a.mp3"),
      line("slots/a.mp3"),
      line("public\\a.mp3"),
      line("public//a.mp3"),
      line("public/a.mp3", { stored: "../a.mp3" }),
    ),
    exit: 1,
    diagnostics: [1, 2, 3, 4, 5, 6, 7].map((at) => `media/list media.jsonl:${at}:1`),
  },
  {
    name: "a media file that is not what the list says",
    files: { ...listing(line("public/tide.mp3")), "public/tide.mp3": "tide" },
    exit: 1,
    diagnostics: ["media/altered media.jsonl:1:1"],
  },
  {
    name: "listed media files that are not here where no store is named",
    files: {
      "media.jsonl": [line("public/a.mp3"), line("public/b.mp3"), ""].join("\n"),
    },
    exit: 1,
    diagnostics: ["media/lost media.jsonl:1:1"],
  },
  {
    name: "a media store inside the content folder",
    files: siteWith("media: ./media"),
    exit: 1,
    diagnostics: ["media/store site.yaml:6:8"],
  },
  {
    name: "a media store around the content folder",
    files: siteWith("media: .."),
    exit: 1,
    diagnostics: ["media/store site.yaml:6:8"],
  },
];
