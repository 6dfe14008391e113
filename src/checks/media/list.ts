import { inContent } from "../../domain/content-path.ts";
import { listed } from "../quoted.ts";
import { MEDIA_ENDINGS } from "../../domain/listed-media.ts";
import { defineRule } from "../rule.ts";
import { oneOf, shown } from "../words.ts";

/** Why a line of `media.jsonl` says nothing. */
export type MediaListFault =
  | { is: "json" }
  /** `key` is the first that is absent, or has a value of another kind. */
  | { is: "shape"; key: string }
  | { is: "path" | "ending" | "facts"; file: string }
  /** `line` is the first that lists it. */
  | { is: "twice"; file: string; line: number };

const WRITE_AGAIN =
  "Remove the line, and run `npm run media` where the file is: it writes the line again.";

export const rule = defineRule<MediaListFault>({
  code: "media/list",
  severity: "error",
  summary:
    "Each line of `media.jsonl` lists one media file outside git, as `npm run media` writes it: its path, its length in bytes, its SHA-256, and the size of a picture.",
  explain: (fault) => {
    switch (fault.is) {
      case "json":
        return {
          message: "This line is not an object in JSON, so it lists no file.",
          fix: "If two branches met here, keep the lines of both and remove the marks between them. Otherwise remove the line, and run `npm run media` where the file is.",
        };
      case "shape":
        return {
          message:
            fault.key === ""
              ? "This line has a key that no list has."
              : `The value of \`${fault.key}\` is missing, or not what \`npm run media\` writes.`,
          fix: WRITE_AGAIN,
        };
      case "path":
        return {
          message: `${shown(fault.file)} is not a path that a media file can have: it is in ${listed(["articles/", "pages/", "posts/", "public/"].map(inContent), "or")}, or beside site.yaml, with \`/\` between names, none of which begins with a dot.`,
          fix: "Correct the path, or remove the line.",
        };
      case "ending":
        return {
          message: `${shown(fault.file)} cannot be kept outside git: it is not one of ${oneOf(MEDIA_ENDINGS.map((ending) => `.${ending}`))}.`,
          fix: "Remove the line, and add the file to git.",
        };
      case "facts":
        return {
          message: `This line does not say how large the picture ${shown(fault.file)} is, or says it of a file that is no picture.`,
          fix: WRITE_AGAIN,
        };
      case "twice":
        return {
          message: `${shown(fault.file)} is listed on line ${fault.line} already.`,
          fix: "Keep the line of the newer file, and remove the other.",
        };
    }
  },
  example: { files: { "media.jsonl": '{"file":"articles/2026/03/lock.jpg"}\n' } },
});
