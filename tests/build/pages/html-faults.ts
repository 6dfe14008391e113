import { HtmlValidate } from "html-validate";
import type { Fault } from "./link-faults.ts";

/** The recommended rules, but for those that ask for more than HTML does and would change addresses or texts. */
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Ids are made as GitHub makes them: `2024-in-review` may begin with a digit.
    "valid-id": ["error", { relaxed: true }],
    // Code is printed as its author wrote it, blanks at the end of lines too.
    "no-trailing-whitespace": "off",
  },
});

/** Rules on content that a script has still to put in, which count for nothing inside a template. */
const OF_CONTENT = new Set(["empty-heading", "wcag/h30"]);

/** Everything that is wrong with a page as HTML. */
export function htmlFaults(path: string, html: string): Fault[] {
  return validator.validateStringSync(html, path).results.flatMap(({ messages }) =>
    messages
      .filter(({ ruleId, selector }) => !(OF_CONTENT.has(ruleId) && isInTemplate(selector)))
      .map(({ ruleId, message, line, column }) => ({
        cause: `html ${ruleId}`,
        where: `${path}:${line}:${column}: ${message}`,
      })),
  );
}

function isInTemplate(selector: string | null): boolean {
  return selector?.split(" > ").includes("template") === true;
}
