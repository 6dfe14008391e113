import { inContent } from "../../domain/content-path.ts";
import { defineRule } from "../rule.ts";
import { typed } from "../quoted.ts";

/** A file that is listed, is not here and cannot be had. */
type Lost =
  /** `site.yaml` says nothing of a media store; `count` files are not here. */
  | { is: "nowhere"; file: string; count: number }
  /** The store has nothing of that name. */
  | { is: "absent"; file: string; stored: string };

export const rule = defineRule<Lost>({
  code: "media/lost",
  severity: "error",
  summary:
    "A media file that `media.jsonl` lists is in the content folder or in the media store, which `media` in `site.yaml` names.",
  explain: (lost) =>
    lost.is === "nowhere"
      ? {
          message: `${inContent(lost.file)} ${withOthers(lost.count - 1)} not here, and there is no \`media\` in site.yaml that says where to fetch from.`,
          fix: `Add a line to site.yaml with the folder or the rclone remote that has the files: ${typed("media: ../media")}`,
        }
      : {
          message: `The media store has no ${lost.stored}, so ${inContent(lost.file)} cannot be fetched.`,
          fix: "Run `npm run media` on a machine that has the file, or remove the line and whatever shows the file.",
        },
  example: {
    files: {
      "media.jsonl": `{"file":"public/tide.mp3","bytes":4,"sha256":"${"0".repeat(64)}"}\n`,
    },
  },
});

/** The end of "this file …": with how many others of the list. */
function withOthers(count: number): string {
  if (count === 0) return "is";
  return `and ${count === 1 ? "one other listed file" : `${count.toLocaleString("en")} other listed files`} are`;
}
