import type { HostKind } from "../../domain/allowed-hosts.ts";
import { exampleSite } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  /** The key whose `hosts` have to list it. */
  key: string;
  kind: HostKind;
  origin: string;
}>({
  code: "part/host",
  severity: "error",
  summary:
    "What a snippet of HTML in `site.yaml` loads comes from the publication itself or from hosts that stand beside it: the security policy lets nothing else in.",
  explain: ({ key, kind, origin }) => ({
    message: `This loads from ${origin}, which \`${key}.hosts\` does not list for it: browsers would refuse it.`,
    fix: `Write ${typed(`${kind}: [${origin}]`)} below \`${key}.hosts\` in site.yaml, or remove this.`,
  }),
  example: {
    files: {
      ...exampleSite("head:", "  file: ./head.html").files,
      "head.html": '<script defer src="https://stats.example/count.js"></script>\n',
    },
  },
});
