import { lines } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** `lines` are the keys that it needs, with what holds the place of their values. */
export const rule = defineRule<{ lines: readonly string[] }>({
  code: "content/missing-site",
  severity: "error",
  summary: "`site.yaml` gives the publication's name and address.",
  explain: ({ lines: missing }) => ({
    message: "There is no site.yaml, so the publication has no name and no address.",
    fix: `Create the file with these lines. Replace what is in capitals; the language is a code such as \`en\`, the time zone a name such as \`Europe/London\`.${lines(...missing)}`,
  }),
  example: { files: { "site.yaml": null } },
});
