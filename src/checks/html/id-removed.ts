import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import { quoted, typed } from "../quoted.ts";

/** `meant` is an id that can stand in its place. */
export const rule = defineRule<{ id: string; why: "of-page" | "twice" | "no-name"; meant: string }>(
  {
    code: "html/id-removed",
    severity: STRICT_IN_MDX,
    summary: "An id is a short name without spaces, unique on the page.",
    explain: ({ id, why, meant }) => ({
      message: `The id ${quoted(id)} ${
        why === "of-page"
          ? "belongs to the page around the text"
          : why === "twice"
            ? "is already used, so a link to it would be ambiguous"
            : "contains white space or is too long, so no link can point to it"
      }. It is left out.`,
      fix: `Write ${typed(`id="${meant}"`)}, or remove it.`,
    }),
    example: exampleBody('<p id="count">One.</p>\n\n<p id="count">Two.</p>'),
  },
);
