import { inContent } from "../../domain/content-path.ts";
import { exampleSite } from "../example.ts";
import { defineRule } from "../rule.ts";

/** Why a build cannot write what the host reads. */
type HostFault =
  /** The host reads it at its root, and the publication is at `path`. */
  | { is: "below"; host: string; path: string }
  /** A file of `public/` has its place. */
  | { is: "taken"; host: string; file: string };

export const rule = defineRule<HostFault>({
  code: "site/host",
  severity: "error",
  summary:
    "If `host` in `site.yaml` names a host that reads its configuration at its root, the publication is at the root too, and no file of `public/` has the name of that configuration.",
  explain: (fault) =>
    fault.is === "below"
      ? {
          message: `${fault.host} reads its configuration at the root of what is deployed, and this publication is below ${fault.path}.`,
          fix: `Remove \`host\`, and write the files into the folder that is deployed: \`npm run hosts -- --for ${fault.host} --out ../deployed\`.`,
        }
      : {
          message: `\`host: ${fault.host}\` makes builds write the file that ${inContent(fault.file)} is published as.`,
          fix: `Remove ${inContent(fault.file)}, or \`host\` from site.yaml.`,
        },
  example: {
    files: {
      "site.yaml": String(exampleSite("host: netlify").files?.["site.yaml"]).replace(
        "paper.example/",
        "paper.example/news/",
      ),
    },
  },
});
