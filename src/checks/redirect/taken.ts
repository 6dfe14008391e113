import { inContent } from "../../domain/content-path.ts";
import { REDIRECTS } from "../redirect-lines.ts";
import { defineRule } from "../rule.ts";

/** The file that an address is there for, and whether it is the file's own: with another name it would have another. */
export interface Owner {
  file: string;
  isOwn: boolean;
}

/** An address that something else has. */
interface Taken {
  /** An old address, or one that something is to be taken down from, and how that is written. */
  use: { kind: "old" } | { kind: "gone"; written: string };
  address: string;
  by:
    | { kind: "old"; file: string | undefined }
    | { kind: "gone" }
    | { kind: "withdrawn" }
    | { kind: "later" | "page"; address: string; owner: Owner | undefined };
}

export const rule = defineRule<Taken>({
  code: "redirect/taken",
  severity: "error",
  summary: "Nothing else has the address of a redirect or a takedown.",
  explain: ({ use, address, by }) => {
    const why = whyOf(by);
    if (use.kind === "gone") {
      return {
        message: `\`${use.written}\` cannot be taken down at ${address}: ${why}.`,
        fix:
          by.kind === "gone"
            ? "Remove one of the two entries."
            : "Name an article, a standing page, or an address that nothing else has.",
      };
    }
    return {
      message: `The old address ${address} is taken: ${why}.`,
      fix:
        by.kind === "old"
          ? "Remove one of the two: it can lead to only one place."
          : `Remove this one${otherFile(by)}.`,
    };
  },
  example: { files: { "redirects.yaml": "moved:\n  /engines/: /2026/03/plain/\n" } },
});

function whyOf(by: Taken["by"]): string {
  switch (by.kind) {
    case "old":
      return `it is listed twice as an old address, ${by.file === undefined ? "both times here" : `here and in ${inContent(by.file)}`}`;
    case "gone":
      return "another entry already takes it down";
    case "withdrawn":
      return `${REDIRECTS} takes down the text that had it`;
    case "later":
      return `${by.address} comes with ${by.owner === undefined ? "an article that is held back" : `${inContent(by.owner.file)}, which is held back`}`;
    case "page":
      return by.owner === undefined
        ? `Stet writes ${by.address} itself`
        : `${inContent(by.owner.file)} has ${by.address}`;
  }
}

function otherFile(by: Taken["by"]): string {
  if (by.kind === "withdrawn") return `, or the entry below \`gone\` in ${REDIRECTS}`;
  if (isList(by)) return ": readers find the page itself there";
  return "owner" in by && by.owner?.isOwn === true ? `, or rename ${inContent(by.owner.file)}` : "";
}

/** Whether the address is that of a list that is public: nobody renames an author or a section to redirect their page. */
function isList(by: Taken["by"]): boolean {
  return by.kind === "page" && by.owner?.file.endsWith(".yaml") === true;
}
