import { inContent } from "../../domain/content-path.ts";
import { exampleSite } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{
  /** How the key is called that names it. */
  key: string;
  file: string;
  near: string | undefined;
}>({
  code: "part/missing",
  severity: "error",
  summary:
    "Each file that `site.yaml` names for the looks and parts of the publication is in the content folder.",
  explain: ({ key, file, near }) => ({
    message: `\`${key}\` names ${file}, but there is no file ${inContent(file)}.`,
    fix: `${near === undefined ? `Put the file ${file.includes("/") ? "there" : "there, beside site.yaml"}` : `Write ${typed(`./${near}`)}`}, or remove the line.`,
  }),
  example: exampleSite("styles: ./styles.css"),
});
