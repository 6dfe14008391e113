import { exampleArticle } from "../example.ts";
import { listed, typed } from "../quoted.ts";
import { addTo, entries } from "../redirect-lines.ts";
import { defineRule } from "../rule.ts";
import { AT_LEAST_A_WARNING } from "../switchable.ts";

/** What keeps a text back. */
interface Held {
  isDraft: boolean;
  isLater: boolean;
  /** The date that it was published with, as it is typed. */
  then: string;
}

/** A published text that is not public any more. */
interface DeletedText {
  is: "article" | "page";
  /** Where it was published. */
  path: string;
  /** Those that lead nowhere now, of its address and the older ones that led to it. */
  addresses: readonly string[];
  /** What keeps the text back whose file is still there; undefined where the file was deleted. */
  held: Held | undefined;
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
  explain: ({ is, path, addresses, held, day, isNew }) => {
    const text = is === "article" ? "article" : "page";
    return {
      message: addresses.includes(path)
        ? held === undefined
          ? `The ${text} at ${path} was published, and its file was deleted. Links to it would be dead.`
          : `This ${text} was published at ${path} and is ${stateOf(held)}. Links to it would be dead.`
        : `${listed(addresses)} led to the ${text} at ${path}, which readers cannot open any more. Links to ${addresses.length === 1 ? "this old address" : "these old addresses"} would be dead.`,
      fix:
        held !== undefined && addresses.includes(path)
          ? heldFix(addresses, held, { day, isNew })
          : fixOf(addresses, day, isNew),
    };
  },
  example: {
    before: { "articles/2026/03/story.mdx": exampleArticle({}, "Words of it.") },
  },
});

function stateOf({ isDraft, isLater }: Held): string {
  if (isDraft && isLater) return "a draft now, and dated later";
  return isDraft ? "a draft now" : "dated later now";
}

/** How a text becomes public again, and how it is taken down: where it is held back, its address can lead nowhere else. */
function heldFix(
  addresses: readonly string[],
  { isDraft, isLater, then }: Held,
  { day, isNew }: { day: string; isNew: boolean },
): string {
  const date = `write back ${typed(`date: ${then}`)}`;
  const back = [...(isDraft ? [`remove ${typed("draft: true")}`] : []), ...(isLater ? [date] : [])];
  return `To keep it public, ${listed(back)}. If it was taken down, ${addTo(isNew)} the lines below:${takedownOf(addresses, day)}`;
}

/** The lines of a takedown, and what is written in them where another page takes the place of the text. */
function fixOf(addresses: readonly string[], day: string, isNew: boolean): string {
  return `If it was taken down, ${addTo(isNew)} the lines below; if another page takes its place, write them with \`moved:\` for \`gone:\`, and the address of that page for ${typed(dateOf(day))}:${takedownOf(addresses, day)}`;
}

function takedownOf(addresses: readonly string[], day: string): string {
  return entries(
    "gone",
    addresses.map((one) => [one, dateOf(day)]),
  );
}

function dateOf(day: string): string {
  return `{ date: ${day} }`;
}
