import type { Severity } from "../domain/diagnostic.ts";
import type { AddressChange } from "./changed-addresses.ts";
import { countSeverities } from "../domain/diagnostic.ts";
import type { HeldText, Review } from "./review.ts";
import type { WordChange } from "./word-changes.ts";

const SEVERITIES = ["error", "warning", "hint"] as const;

const PLURALS: Readonly<Record<string, string>> = { address: "addresses" };

/** A number with its noun, `1 file` or `1,234 files`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : (PLURALS[noun] ?? `${noun}s`)}`;
}

/** `2 errors, 1 warning and 1 hint`; empty where there are none. */
export function severities(counts: Readonly<Record<Severity, number>>): string {
  return SEVERITIES.flatMap((severity) =>
    counts[severity] > 0 ? [counted(counts[severity], severity)] : [],
  )
    .join(", ")
    .replace(/, (?=[^,]*$)/, " and ");
}

/** The sentence that a review begins with. */
export function summaryOf(
  { changed, problems, held, words, addresses }: Review,
  alarms: number,
): string {
  const counts = countSeverities([...problems.changed, ...problems.caused]);
  // Of texts that cannot be read the problems are among these.
  for (const { why, problems: own } of held)
    if (why !== "unknown") for (const severity of SEVERITIES) counts[severity] += own[severity];
  const found = severities(counts);
  const files = [
    ...(changed.texts > 0 ? [counted(changed.texts, "text")] : []),
    ...(changed.others > 0 ? [counted(changed.others, "other file")] : []),
  ];
  return [
    files.length === 0 ? "Nothing differs." : `${files.join(" and ")} changed.`,
    found === "" ? "No problems in them." : `${found}.`,
    ...(addresses.length === 0
      ? []
      : [
          `${counted(addresses.length, "address")} changed${alarms === 0 ? "" : `, ${alarms.toLocaleString("en")} in a way that breaks links`}.`,
        ]),
    ...(words.total.before === words.total.after
      ? []
      : [`${signed(words.total.after - words.total.before)} words.`]),
  ].join(" ");
}

/** What is said of problems that a review does not list. */
export function elsewhereText({ problems }: Review): string {
  const others = severities(problems.elsewhere);
  const told =
    others === ""
      ? "No problem was found in other public files."
      : `Other files have ${others}, as before. \`npm run check\` shows them.`;
  return `${told} Rules of prose are not applied here.`;
}

/** What is said of problems of which not even the file is told; empty where there are none. */
export function heldElsewhereText({ heldElsewhere }: Review): string {
  const found = severities(heldElsewhere);
  return found === ""
    ? ""
    : `Other texts that are not public, and files that only such texts refer to, have ${found}.`;
}

/** What is said in place of the message of a problem that could quote what is not public. */
export const WITHHELD = "Not shown here, because it could quote what is not public yet.";

/** What a text is that is not public. */
export const HELD_WORDS: Readonly<Record<HeldText["why"], string>> = {
  draft: "draft",
  scheduled: "scheduled",
  unknown: "its front matter has errors, so it counts as not public",
};

/** What became of an address, and the other address that it has to do with. */
export function addressText(change: AddressChange): { text: string; to?: string } {
  switch (change.is) {
    case "added":
      return { text: "new" };
    case "moved":
      return { text: "moved; redirects to", to: change.to };
    case "moved-without-redirect":
      return { text: "moved, and nothing redirects to", to: change.to };
    case "taken-down":
      return { text: "taken down" };
    case "withdrawn":
      return { text: "was public; is a draft, scheduled or faulty now" };
    case "removed":
      return { text: "gone, without redirect or takedown" };
    case "list-removed":
      return { text: "list of a time in which nothing is left" };
    case "redirect-removed":
      return { text: "no longer redirects to", to: change.to };
  }
}

/** A count of words before or after; a dash where the text was not public. */
export function wordCount(words: number | undefined): string {
  return words === undefined ? "–" : words.toLocaleString("en");
}

/** By how many words a text has grown, with a sign. */
export function growth({ before = 0, after = 0 }: Pick<WordChange, "before" | "after">): string {
  return signed(after - before);
}

function signed(number: number): string {
  const sign = number > 0 ? "+" : number < 0 ? "−" : "±";
  return `${sign}${Math.abs(number).toLocaleString("en")}`;
}
