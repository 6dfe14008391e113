import { inContent } from "../../domain/content-path.ts";
import { defineRule } from "../rule.ts";

/** A file that does not hold what its digest says. */
interface Altered {
  file: string;
  /** Its path in the media store, where that has another file than is listed; absent where the one here is another. */
  stored?: string;
  /** The one here is what was listed when it was last looked at: it is the list that was changed since. */
  wasListed?: true;
  /** The picture is sound, and the list says something else of it than its digest. */
  facts?: true;
}

export const rule = defineRule<Altered>({
  code: "media/altered",
  severity: "error",
  summary:
    "A media file that `media.jsonl` lists holds what its digest says, here and in the media store.",
  explain: ({ file, stored, facts, wasListed }) => {
    if (facts === true)
      return {
        message: `The picture ${inContent(file)} has another size or type than this line says.`,
        fix: "Remove the line, and run `npm run media`: it writes the line again.",
      };
    if (stored !== undefined)
      return {
        message: `${stored} in the media store is not the file that this line lists: it was replaced or damaged. It was not used for ${inContent(file)}.`,
        fix: "Delete it from the store, and run `npm run media` on a machine that has the file as it was; or put the new file into the content folder and run `npm run media` there.",
      };
    if (wasListed === true)
      return {
        message: `${inContent(file)} is the file that was listed before; this line lists another.`,
        fix: "Delete the file: the one that is listed is fetched. To keep the file, delete the line and run `npm run media`.",
      };
    return {
      message: `${inContent(file)} is not the file that this line lists.`,
      fix: "Run `npm run media` to list and send the file that is here, or delete it: the one that is listed is fetched again.",
    };
  },
  example: {
    files: {
      "media.jsonl": `{"file":"public/tide.mp3","bytes":4,"sha256":"${"0".repeat(64)}"}\n`,
      "public/tide.mp3": "tide",
    },
  },
});
