import { inContent } from "../../domain/content-path.ts";
import type { PART_FOLDERS } from "../../domain/own-parts.ts";
import { exampleSite } from "../example.ts";
import { quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** What the code of a publication's own may not import. */
export type ImportFault = {
  /** As it is written. */
  specifier: string;
  /** The folder of the file that imports it. */
  folder: (typeof PART_FOLDERS)[number];
} & (
  | { is: "outside" | "stet" | "package" | "elsewhere" }
  | { is: "absent"; near: string | undefined }
);

export const rule = defineRule<ImportFault>({
  code: "part/import",
  severity: "error",
  summary:
    "A component of a publication's own imports files of its own folder: `components/` for articles, `slots/` for parts of the page. Those of slots import packages too. Stet does not notice when another file changes, and its own code may look different in every version.",
  explain: (fault) => {
    const { specifier } = fault;
    const folder = inContent(`${fault.folder}/`);
    switch (fault.is) {
      case "outside":
        return {
          message: `${quoted(specifier)} lies outside ${folder}, and Stet would not notice when it changes.`,
          fix: `Put the file into ${folder} and import it from there.`,
        };
      case "stet":
        return {
          message: `${quoted(specifier)} is code of Stet, which may look different in the next version.`,
          fix:
            fault.folder === "slots"
              ? "Remove it: what a component needs is in `Astro.props`, and `stet:slots/footer` and its like are Stet's own components."
              : "Remove it: what a component needs is given to its functions.",
        };
      case "package":
        return {
          message: `${quoted(specifier)} is a package, and a component of articles is loaded without any.`,
          fix: `Copy what you need into a file of ${folder}, or import what comes with Node (\`node:…\`).`,
        };
      case "elsewhere":
        return {
          message: `${quoted(specifier)} is an address, and a build loads nothing from other hosts.`,
          fix: `Put a copy into ${folder} and import it from there.`,
        };
      case "absent":
        return {
          message: `There is no file ${quoted(specifier)} beside this one.`,
          fix:
            fault.near === undefined
              ? "Put the file there, or correct the path."
              : `Write ${typed(fault.near)}, or put the file there.`,
        };
    }
  },
  example: {
    files: {
      ...exampleSite("slots:", "  footer: ./slots/Footer.astro").files,
      "slots/Footer.astro":
        '---\nimport { name } from "../articles/name.ts";\n---\n\n<p>Printed by {name}.</p>\n',
    },
  },
});
