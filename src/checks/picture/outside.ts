import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import { remedy, shown } from "../words.ts";
import type { Meant } from "../words.ts";

/** A picture out of the content folder, and what to do about it as for one on another host. */
interface Outside {
  src: string;
  beside: string;
  copy: string;
  meant: Meant | undefined;
  meanwhile?: string;
}

export const rule = defineRule<Outside>({
  code: "picture/outside",
  severity: STRICT_IN_MDX,
  summary: "The path of a picture does not lead out of the content folder: nothing there is read.",
  explain: ({ src, beside, copy, meant, meanwhile }) => ({
    message: `The picture ${shown(src)} lies outside the content folder.`,
    fix: remedy(
      meant,
      `Put a copy beside ${beside} and write \`${copy}\`${meanwhile === undefined ? "" : `; until then ${meanwhile}`}.`,
    ),
  }),
  example: exampleBody("![A lock](../../../../lock.png)"),
});
