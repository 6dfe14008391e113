import { inContent } from "../../domain/content-path.ts";
import { exampleArticle } from "../example.ts";
import { typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** What is in the way of a file; `better` is a path that is not taken by the same thing. */
export type Collision =
  /** An entry of its folder whose name differs only in how its letters are composed. */
  | { is: "composed" }
  /** A text or a data file with the same address. */
  | { is: "address"; other: string; address: string; better: string }
  /** A folder that the press fills. */
  | { is: "press-folder"; folder: string; better: string }
  /** A page or file that the press writes. */
  | { is: "press-file"; holder: string; better: string }
  | { is: "case"; other: string; better: string }
  /** A file beside a text, which is published because it is linked to. */
  | { is: "beside"; address: string; holder: string; better: string };

export const rule = defineRule<Collision>({
  code: "path/collision",
  severity: "error",
  summary: "Nothing replaces something else: each file and each page has a unique address.",
  explain: (collision) => ({ message: messageOf(collision), fix: fixOf(collision) }),
  example: { files: { "articles/2026/03/plain.mdx": exampleArticle({}, "Words.") } },
});

function messageOf(collision: Collision): string {
  switch (collision.is) {
    case "composed":
      return "Another entry in its folder has the same name in another Unicode normalization form; most systems keep only one of them.";
    case "address":
      return `This file and ${inContent(collision.other)} have the same address, ${collision.address}; one would replace the other.`;
    case "press-folder":
      return `Stet writes ${collision.folder} itself; this file could replace one of its own.`;
    case "press-file":
      return `This file would replace ${collision.holder}, which Stet writes itself.`;
    case "case":
      return `This file and ${inContent(collision.other)} differ only in case; many disks and hosts keep only one of them.`;
    case "beside":
      return `This file is linked to, so it would be published at ${collision.address}, but ${collision.holder.startsWith("/") ? collision.holder : inContent(collision.holder)} already has that address.`;
  }
}

function fixOf(collision: Collision): string {
  switch (collision.is) {
    case "composed":
      return "Remove one of the two, or give it another name.";
    case "press-folder":
    case "press-file":
      return `Move it to ${typed(inContent(collision.better))}, or remove it.`;
    case "beside":
      return `Rename it to ${typed(inContent(collision.better))}, and write that name in the links to it.`;
    default:
      return `Remove one of the two, or rename this one to ${typed(inContent(collision.better))}.`;
  }
}
