import { exampleSite } from "../example.ts";
import { installCommand } from "../install-command.ts";
import { listed, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** The package of the editor that is not as Stet knows it. */
interface EditorFault {
  /** What to install, as `NAME@VERSION`. */
  install: readonly string[];
  /** What is installed instead, as `NAME VERSION`. */
  wrong: readonly string[];
}

export const rule = defineRule<EditorFault>({
  code: "site/editor",
  severity: "error",
  summary:
    "If `editor` in `site.yaml` adds the editor in the browser, the project of the publication has its package installed, in the version that Stet was tested with: Stet replaces addresses in it, so that the editor asks no other host.",
  explain: ({ install, wrong }) => ({
    message:
      wrong.length === 0
        ? "`editor` needs a package that is not installed."
        : `${listed(wrong)} is installed, and \`editor\` was tested with ${listed(install)} alone: Stet replaces addresses in that package.`,
    fix: `Run ${typed(installCommand(install))}, or remove \`editor\`.`,
  }),
  example: exampleSite("editor: { github: paper/site }"),
});
