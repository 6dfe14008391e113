import { inContent } from "../../domain/content-path.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { shown } from "../words.ts";

/** A file or an address that no browser plays, or not every one. */
interface Unplayable {
  what: string;
  src: string;
  isFile: boolean;
  /** As in `.mp4`. */
  endings: readonly string[];
  /** Whether a page of a player would do as well. */
  players: boolean;
  /** How it is written once it is converted and lies in `public/`. */
  typed: string;
}

export const rule = defineRule<Unplayable>({
  code: "media/kind",
  severity: "error",
  summary:
    "Videos are MP4 or WebM, recordings MP3, M4A, Ogg or WAV, captions WebVTT; a video may also be on YouTube or Vimeo.",
  explain: ({ what, src, isFile, endings, players, typed }) =>
    isFile
      ? {
          message: `The ${what} ${shown(src)} has a format that not every browser plays.`,
          fix: `Convert it to ${endings.join(" or ")}, and write \`${typed}\`.`,
        }
      : {
          message: `The address ${shown(src)} is neither that of a file (${endings.join(", ")})${players ? " nor that of a video on YouTube or Vimeo" : ""}, so it cannot be played here.`,
          fix: `Link to it in the text, \`[Watch it](${shown(src)})\`, or put the file at \`${inContent(`public${typed}`)}\` and write \`${typed}\`.`,
        },
  example: exampleBody('<Video src="/tide.avi" title="The tide" length="0:10" />', {
    "public/tide.avi": "A film.\n",
  }),
});
