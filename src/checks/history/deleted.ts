import { exampleArticle } from "../example.ts";
import { listed, typed } from "../quoted.ts";
import { addTo, entries } from "../redirect-lines.ts";
import { defineRule } from "../rule.ts";
import { AT_LEAST_A_WARNING } from "../switchable.ts";

/** A published text that is not public any more. */
interface DeletedText {
  is: "article" | "page";
  /** Where it was published. */
  path: string;
  /** Those that lead nowhere now, of its address and the older ones that led to it. */
  addresses: readonly string[];
  /** `deleted`: there is no file. `held`: there is one, which is a draft or dated later. */
  how: "deleted" | "held";
  /** Today, in the time zone of the publication. */
  day: string;
  /** Whether there is no `redirects.yaml` yet. */
  isNew: boolean;
}

export const rule = defineRule<DeletedText>({
  code: "history/deleted",
  severity: "warning",
  summary:
    "A published text is not deleted without a word to those who follow a link to it: its address leads to another page, or says that it was taken down.",
  switchable: { to: AT_LEAST_A_WARNING },
  explain: ({ is, path, addresses, how, day, isNew }) => {
    const text = is === "article" ? "article" : "page";
    return {
      message: addresses.includes(path)
        ? how === "deleted"
          ? `The ${text} at ${path} was published, and its file was deleted. Links to it would be dead.`
          : `This ${text} was published at ${path} and is a draft now, or dated later. Links to it would be dead.`
        : `${listed(addresses)} led to the ${text} at ${path}, which readers cannot open any more. Links to ${addresses.length === 1 ? "this old address" : "these old addresses"} would be dead.`,
      fix: fixOf(addresses, day, isNew),
    };
  },
  example: {
    before: { "articles/2026/03/story.mdx": exampleArticle({}, "Words of it.") },
  },
});

/** The lines of a takedown, and what is written in them where another page takes the place of the text. */
function fixOf(addresses: readonly string[], day: string, isNew: boolean): string {
  const date = `{ date: ${day} }`;
  const takedown = entries(
    "gone",
    addresses.map((one) => [one, date]),
  );
  return `If it was taken down, ${addTo(isNew)} the lines below; if another page takes its place, write them with \`moved:\` for \`gone:\`, and the address of that page for ${typed(date)}:${takedown}`;
}
