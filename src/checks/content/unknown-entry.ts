import { inContent } from "../../domain/content-path.ts";
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
    "A text or a data file has a name and a location that Stet knows; Stet ignores others. It ignores `README.md` and the like without a warning.",
  explain: (entry) => {
    if (entry.is === "ending") {
      return {
        message:
          "Stet ignores this file: texts end in .mdx or .md and data files in .yaml, in lower case.",
        fix: `Rename it to ${typed(inContent(entry.better))}.`,
      };
    }
    if (entry.is === "folder") {
      return {
        message: "Stet ignores this folder: a publication has no folder of that name.",
        fix:
          entry.better === undefined
            ? `Move its contents to one of these, or remove it: ${entry.known.map(inContent).join(", ")}.`
            : `Move its contents to ${typed(inContent(entry.better))}.`,
      };
    }
    return {
      message:
        "Stet ignores this file: a publication has no file of this name or in this folder.",
      fix:
        entry.better === undefined
          ? `Move it to the place for its kind, or remove it: ${PLACES.map(inContent).join(", ")}.`
          : `Rename it to ${typed(inContent(entry.better))}, or remove it.`,
    };
  },
  example: { files: { "authors/bob.yml": "name: Bob\n" } },
});

/** Where files of each kind lie. */
const PLACES = [
  "articles/2026/03/story.mdx",
  "pages/about.mdx",
  "authors/ada.yaml",
  "categories/",
  "stories/",
  "tags/",
  "posts/",
  "comments/2026/03/story.yaml",
  "redirects.yaml",
  "popular.json",
];
