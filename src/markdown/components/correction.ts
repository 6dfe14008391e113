import type { Element } from "hast";
import { isShownBy } from "../../domain/shown-correction.ts";
import { showDay } from "../../i18n/shown-dates.ts";
import type { BodyTargets } from "../body.ts";
import { element, textNode } from "../tree.ts";
import { defineComponent } from "./component.ts";

/** A correction of record, shown where the error stood. Its words are those of the front matter. */
export const correction = defineComponent({
  name: "Correction",
  description:
    "A correction, at the place of the error. Its text is the `note` with that date under `corrections` in the front matter, so that the page, the feeds and the corrections page say the same. A date without a correction is an error.",
  example: '<Correction date="2026-03-31" />',
  attributes: {
    date: {
      type: "string",
      description:
        "The date of the correction, as in the front matter: a day shows every correction of that day, a day with a time the one correction.",
      required: true,
    },
  },
  children: "none",
  page: ({ values }, targets) =>
    notesOf(values.date, targets).map((paragraph) =>
      element("div", { className: ["correction"], role: "note" }, [paragraph]),
    ),
  feed: ({ values }, targets) => notesOf(values.date, targets),
});

/** A paragraph for each correction that a date shows. */
function notesOf(written: string, { corrections, words, language }: BodyTargets): Element[] {
  return corrections
    .filter((one) => isShownBy(written, one))
    .map(({ day, note }) =>
      element("p", {}, [
        element("strong", {}, [
          textNode(`${words.correctedOn} `),
          element("time", { dateTime: day }, [textNode(showDay(day, language))]),
          textNode(":"),
        ]),
        textNode(` ${note}`),
      ]),
    );
}
