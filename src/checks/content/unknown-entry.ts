import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** A file or folder that nothing is made of. */
export type UnknownEntry =
  /** A data file or a text whose name has an ending that is not read; `better` is its path with one that is. */
  | { is: "ending"; better: string }
  /** A file in a place where nothing of its kind is read; `better` is the place that its name speaks for. */
  | { is: "file"; better: string | undefined }
  | { is: "folder"; better: string | undefined; known: readonly string[] };

export const rule = defineRule<UnknownEntry>({
  code: "content/unknown-entry",
  severity: "warning",
  summary:
    "A text or a data file has a name and a place that a publication knows; nothing is made of others. `README.md` and the like are passed over.",
  explain: (entry) => {
    if (entry.is === "ending") {
      return {
        message:
          "Nothing is made of this file: texts end in .mdx or .md and data files in .yaml, in small letters.",
        fix: `Rename it to ${typed(entry.better)}.`,
      };
    }
    if (entry.is === "folder") {
      return {
        message: "Nothing is made of this folder: a publication has no folder of that name.",
        fix:
          entry.better === undefined
            ? `Move what is in it to one of these, or remove it: ${entry.known.join(", ")}.`
            : `Move what is in it to ${typed(entry.better)}.`,
      };
    }
    return {
      message:
        "Nothing is made of this file: its name or folder is not one that a publication has.",
      fix:
        entry.better === undefined
          ? "Move it to where its kind lies, or remove it: articles/2026/03/story.mdx, pages/about.mdx, authors/ada.yaml, categories/, stories/, tags/, posts/, comments/2026/03/story.yaml, redirects.yaml, popular.json."
          : `Rename it to ${typed(entry.better)}, or remove it.`,
    };
  },
  example: { files: { "authors/bob.yml": "name: Bob\n" } },
});
