import { inContent } from "../../domain/content-path.ts";
import { exampleSite } from "../example.ts";
import { listed, quoted, typed } from "../quoted.ts";
import { installCommand } from "../install-command.ts";
import { defineRule } from "../rule.ts";

/** What a rule of prose lacks. */
export type Lacking =
  /** Packages that are not installed, or not as Stet knows them. */
  | { is: "package"; rule: string; install: readonly string[]; wrong: readonly string[] }
  | { is: "dictionary"; name: string; known: readonly string[]; near: string | undefined }
  | { is: "dictionary-package"; name: string; package: string }
  | { is: "language"; language: string; offered: readonly string[] }
  | { is: "words"; file: string; why: "absent" | "outside" };

export const rule = defineRule<Lacking>({
  code: "prose/setup",
  severity: "warning",
  summary:
    "The packages, dictionaries and word lists that switched rules of prose need are there; without them, those rules find nothing. Only the check needs them, never a build.",
  explain: (lacking) => {
    switch (lacking.is) {
      case "package":
        return {
          message: [
            `The rule \`${lacking.rule}\` is not checked:`,
            lacking.wrong.length > 0
              ? `${listed(lacking.wrong)} ${lacking.wrong.length === 1 ? "is" : "are"} installed, which Stet does not know.`
              : `it needs ${lacking.install.length === 1 ? "a package that is" : "packages that are"} not installed.`,
          ].join(" "),
          fix: `Run ${typed(installCommand(lacking.install))}, or remove this line.`,
        };
      case "dictionary":
        return {
          message: `There is no dictionary ${quoted(lacking.name)}.`,
          fix:
            lacking.near === undefined
              ? `Write one of ${listed(lacking.known.map(typed), "or")}, or the name of a package such as ${typed("@cspell/dict-sv")}.`
              : `Write ${typed(lacking.near)}.`,
        };
      case "dictionary-package":
        return {
          message: `The dictionary ${quoted(lacking.name)} is not installed, or its package holds none.`,
          fix: `Run ${typed(installCommand([lacking.package]))}, or remove it.`,
        };
      case "language":
        return {
          message: `No dictionary is of the publication's language, ${quoted(lacking.language)}, so its words are not checked.`,
          fix:
            lacking.offered.length === 0
              ? "Add the package of a dictionary of cspell to `dictionaries`, or remove this line."
              : `Add ${listed(lacking.offered.map(typed), "or")} to \`dictionaries\`.`,
        };
      case "words":
        return {
          message:
            lacking.why === "outside"
              ? `The list of words ${quoted(lacking.file)} is not a file in the content folder.`
              : `There is no file ${inContent(lacking.file)}.`,
          fix:
            lacking.why === "outside"
              ? `Write a path in the content folder, such as ${typed("dictionary.txt")}.`
              : "Create it, with one word a line, or remove `words`.",
        };
    }
  },
  example: exampleSite("check:", "  prose/spelling: { dictionaries: [en-BG] }"),
});
