import { z } from "astro/zod";
import { exampleBody, withCheck } from "../example.ts";
import { listed, quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";
import { NEVER_AN_ERROR } from "../switchable.ts";
import type { RuleSetting } from "../switchable.ts";

export const ALLOWED: RuleSetting<string[]> = {
  key: "allow",
  schema: z.array(z.string().trim().min(1)),
  otherwise: [],
  form: "a list of words",
  description: "Words that are never told of, such as `[postman, chairman]`.",
};

const MOST_OFFERED = 3;

export const rule = defineRule<{ written: string; instead: readonly string[] }>({
  code: "prose/inclusive",
  severity: "hint",
  summary:
    "English texts do without words that leave readers out or hurt them, as the package retext-equality knows them. Quotations and names are not looked at.",
  switchable: {
    isOff: true,
    to: NEVER_AN_ERROR,
    settings: [ALLOWED],
    example: "{ allow: [chairman] }",
  },
  explain: ({ written, instead }) => ({
    message: `${quoted(written)} may leave readers out or hurt them.`,
    fix:
      instead.length === 0
        ? "Write it in another way, or leave it if it is meant."
        : `Write ${listed(instead.slice(0, MOST_OFFERED).map(typed), "or")}; leave it if it is meant.`,
  }),
  example: withCheck("prose/inclusive: hint", exampleBody("The firemen came in a minute.")),
});
