import { parseDate } from "../../domain/dates.ts";
import { placeholder, unknownDay } from "../../domain/placeholder.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { oneOf, shown } from "../words.ts";

/** The date that a text shows a correction of; the dates that the front matter has, each once, and whether it can have any. */
interface Unknown {
  date: string;
  dates: readonly string[];
  onPage: boolean;
}

export const rule = defineRule<Unknown>({
  code: "reference/correction",
  severity: "error",
  summary:
    "A correction that a text shows by its date is in the front matter, under `corrections`.",
  explain: ({ date, dates, onPage }) => ({
    message: onPage
      ? "A standing page has no corrections, so there is nothing to show here."
      : `The front matter has no correction dated \`${shown(date)}\`, so there is nothing to show here.`,
    fix: onPage
      ? "Remove `<Correction>`, and say in the text what was wrong."
      : dates.length > 0
        ? `Write ${oneOf(dates.map((one) => `date="${one}"`))}, or add ${lineFor(date)} to \`corrections\` in the front matter.`
        : `Add this line to the front matter: \`corrections: [${lineFor(date).slice(1, -1)}]\`.`,
  }),
  example: exampleBody('Words.\n\n<Correction date="2026-03-04" />'),
});

function lineFor(written: string): string {
  const date = parseDate(written, "UTC") === undefined ? unknownDay() : written;
  return `\`{ date: ${date}, note: ${placeholder("what was wrong and what is right")} }\``;
}
