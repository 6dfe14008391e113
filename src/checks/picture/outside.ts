import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import { certain, remedy, shown } from "../words.ts";
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
  mends: true,
  summary: "The path of an image stays within the content folder: Stet reads nothing outside it.",
  explain: ({ src, beside, copy, meant, meanwhile }) => ({
    message: `The image ${shown(src)} is outside the content folder.`,
    fix: remedy(
      meant,
      `Put a copy next to ${beside} and write \`${copy}\`${meanwhile === undefined ? "" : `; until then ${meanwhile}`}.`,
    ),
    ...certain(meant),
  }),
  example: exampleBody("![A lock](../../../../lock.png)"),
});
