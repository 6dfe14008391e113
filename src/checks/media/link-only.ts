import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";

/** A host that may not be asked for anything, and the entry of site.yaml that would let it. */
interface LinkOnly {
  host: string;
  list: "players" | "media";
  entry: string;
}

export const rule = defineRule<LinkOnly>({
  code: "media/link-only",
  severity: "warning",
  summary:
    "A video or recording on another host is a link, unless `embeds` in site.yaml lets readers load it from there.",
  explain: ({ host, list, entry }) => ({
    message: `Readers get a link to ${host}: \`site.yaml\` does not let readers load anything from there.`,
    fix: `Leave it, or add \`${entry}\` to \`${list}\` under \`embeds\` in site.yaml, as in \`embeds: { ${list}: [${entry}] }\`.`,
  }),
  example: exampleBody('<Video src="https://vimeo.com/76979871" title="The tide" length="0:10" />'),
});
