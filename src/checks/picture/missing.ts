import { inContent } from "../../domain/content-path.ts";
import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import { certain, remedy } from "../words.ts";
import type { Meant } from "../words.ts";

/** A picture that nothing was written for; a file that is empty; a file that is not there, with what its name is as it is typed. */
type Missing =
  | { kind: "no-address" }
  | { kind: "empty"; file: string }
  | { kind: "absent"; file: string; name: string; meant: Meant | undefined };

export const rule = defineRule<Missing>({
  code: "picture/missing",
  severity: STRICT_IN_MDX,
  mends: true,
  summary:
    "An image exists: next to the text (`./lock.jpg`) or, with a leading slash, in `public/` (`/lock.jpg`). Names are case-sensitive.",
  explain: (missing) => {
    switch (missing.kind) {
      case "no-address":
        return {
          message: "This image has no address, so there is nothing to show.",
          fix: "Write the path of its file, as in `./lock.jpg`, or remove it.",
        };
      case "empty":
        return {
          message: `The image ${inContent(missing.file)} cannot be shown: its file is empty.`,
          fix: "Add the image again, or remove it.",
        };
      case "absent":
        return {
          message: `There is no image ${inContent(missing.file)}.`,
          fix: remedy(
            missing.meant,
            `Put the file there, or correct the path: \`./${missing.name}\` is next to this file, \`/${missing.name}\` in \`${inContent("public/")}\`.`,
          ),
          ...certain(missing.meant),
        };
    }
  },
  example: exampleBody("![A lock](./lock.jpg)"),
});
