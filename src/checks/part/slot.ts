import { exampleSite } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ reason: string }>({
  code: "part/slot",
  severity: "error",
  summary:
    "Each component that `slots` in `site.yaml` names, and each that it imports, can be compiled.",
  explain: ({ reason }) => ({
    message: `This component cannot be compiled: ${reason}.`,
    fix: "Correct it here, or where something before it is not closed.",
  }),
  example: {
    files: {
      ...exampleSite("slots:", "  footer: ./slots/Footer.astro").files,
      "slots/Footer.astro":
        "---\nconst { shell } = Astro.props;\n---\n\n<p>Printed by {shell.site.name.</p>\n",
    },
  },
});
