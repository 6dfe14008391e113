import { rule } from "../../checks/html/as-text.ts";
import type { Details } from "../../checks/html/as-text.ts";
import { isHtmlElement } from "../html-allowed.ts";
import { firstToken } from "../html-tokens.ts";
import { endlessDetails, lengthTold } from "../literal-tags.ts";
import type { TextCheck } from "./text-check.ts";

/** So much of a text is read for the end of a tag, in UTF-16 units. */
const FEW = 300;

/** What begins like HTML; the tags of word processors have a colon in their names. */
const BEGINNING =
  /<(?:!--|(?<name>[a-z][\w-]*)(?=[\s/>])|(?<foreign>[a-z]\w*:[a-z]\w*)(?=[\s/>]))/gi;

/** The first attribute of a tag. */
const ATTRIBUTE = /^<[\w-]+\s+[a-z][\w:-]*\s*=\s*\S/i;

/** Tags and comments that Markdown leaves in running text, since they have no end or a name of another program. */
export const brokenTags: TextCheck = ({ text, placeAt }, context) => {
  // In .mdx these are errors of their own.
  if (context.format === "mdx") return;
  for (const { 0: begins, index, groups = {} } of text.matchAll(BEGINNING)) {
    if (context.isTold(rule.code, placeAt(index, begins.length))) continue;
    const stretch = text.slice(index, index + FEW);
    const details = whyBroken(stretch, begins, groups["name"], groups["foreign"]);
    if (details === undefined) continue;
    const length = lengthTold(details, stretch) ?? begins.length;
    context.report(rule.inBody(placeAt(index, length), context.format, details));
  }
};

function whyBroken(
  text: string,
  begins: string,
  name: string | undefined,
  foreign: string | undefined,
): Details | undefined {
  if (foreign !== undefined) return { kind: "foreign", written: `${begins}>` };
  if (name === undefined) return endlessDetails(text, begins);
  // Words behind a less-than sign are no attributes.
  if (!isHtmlElement(name.toLowerCase()) || !ATTRIBUTE.test(text)) return undefined;
  return firstToken(text)?.isClosed === false ? endlessDetails(text, begins) : undefined;
}
