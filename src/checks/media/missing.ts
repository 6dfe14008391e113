import { inContent } from "../../domain/content-path.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { remedy, shown } from "../words.ts";
import type { Meant } from "../words.ts";

/** A film, a recording or captions that are not where such files lie. */
interface Missing {
  /** What it is, as in `film`. */
  what: string;
  /** As it is written, or the file that it means; `why` says what is wrong with that. */
  name: string;
  why: "absent" | "empty" | "elsewhere";
  /** How it is written once it lies in `public/`. */
  typed: string;
  meant: Meant | undefined;
}

export const rule = defineRule<Missing>({
  code: "media/missing",
  severity: "error",
  summary:
    "A video, a recording or its captions are in `public/` and are written with a leading slash: `/tide.mp4`.",
  explain: ({ what, name, why, typed, meant }) => {
    const put = `Put the file at \`${inContent(`public${typed}`)}\``;
    switch (why) {
      case "absent":
        return {
          message: `There is no ${what} ${inContent(name)}.`,
          fix: remedy(meant, `${put}, or correct the path.`),
        };
      case "empty":
        return { message: `The ${what} ${inContent(name)} is empty.`, fix: `${put} again.` };
      case "elsewhere":
        return {
          message: `The ${what} ${shown(name)} is not in \`${inContent("public/")}\`, the folder for files that are published as is.`,
          fix: remedy(meant, `${put}, and write \`${typed}\`.`),
        };
    }
  },
  example: exampleBody('<Video src="/tide.mp4" title="The tide" length="0:10" />'),
});
