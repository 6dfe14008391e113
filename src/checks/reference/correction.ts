import { placeholder, unknownDay } from "../../domain/placeholder.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { oneOf, shown } from "../words.ts";

/** The day that a text shows a correction of; the days that the front matter has, and whether it can have any. */
interface Unknown {
  day: string;
  days: readonly string[];
  onPage: boolean;
}

export const rule = defineRule<Unknown>({
  code: "reference/correction",
  severity: "error",
  summary:
    "A correction that a text shows by its date is in the front matter, under `corrections`.",
  explain: ({ day, days, onPage }) => ({
    message: onPage
      ? "A standing page has no corrections, so there is nothing to show here."
      : `The front matter has no correction dated \`${shown(day)}\`, so there is nothing to show here.`,
    fix: onPage
      ? "Remove `<Correction>`, and say in the text what was wrong."
      : days.length > 0
        ? `Write ${oneOf(days.map((one) => `date="${one}"`))}, or add ${lineFor(day)} to \`corrections\` in the front matter.`
        : `Add this line to the front matter: \`corrections: [${lineFor(day).slice(1, -1)}]\`.`,
  }),
  example: exampleBody('Words.\n\n<Correction date="2026-03-04" />'),
});

function lineFor(day: string): string {
  const date = /^\d{4}-\d\d-\d\d$/.test(day) ? day : unknownDay();
  return `\`{ date: ${date}, note: ${placeholder("what was wrong and what is right")} }\``;
}
