import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import { certain, remedy, shown } from "../words.ts";
import type { Meant } from "../words.ts";

/** A link as it is written; `imported` for one whose text alone is shown until it is mended. */
interface Outside {
  written: string;
  imported: boolean;
  meant: Meant | undefined;
}

export const rule = defineRule<Outside>({
  code: "link/outside",
  severity: STRICT_IN_MDX,
  mends: true,
  summary: "The path of a link stays within the content folder.",
  explain: ({ written, imported, meant }) => ({
    message: `The link ${shown(written)} leads out of the content folder.`,
    fix: remedy(
      meant,
      `Write the address of a page, starting with a slash, or a full one, starting with https://${imported ? "; until then only its text is shown" : ""}.`,
    ),
    ...certain(meant),
  }),
  example: exampleBody("[Out](../../../../../notes.txt)."),
});
