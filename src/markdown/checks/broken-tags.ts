import { isHtmlElement } from "../html-allowed.ts";
import { firstToken } from "../html-tokens.ts";
import { explainEndless } from "../literal-tags.ts";
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
  for (const { 0: shown, index, groups = {} } of text.matchAll(BEGINNING)) {
    const place = placeAt(index, shown.length);
    if (context.isTold("html/as-text", place)) continue;
    const stretch = text.slice(index, index + FEW);
    const told = whyBroken(stretch, shown, groups["name"], groups["foreign"]);
    if (told === undefined) continue;
    context.report({ ...place, code: "html/as-text", severity: "warning", ...told });
  }
};

function whyBroken(
  text: string,
  shown: string,
  name: string | undefined,
  foreign: string | undefined,
): { message: string; fix: string } | undefined {
  if (foreign !== undefined) {
    return {
      message: `\`${shown}>\` is no element of HTML. It is printed as text.`,
      fix: `Remove it; if readers are to see it, write \`\\${shown}>\`.`,
    };
  }
  if (name === undefined) return explainEndless(shown);
  // Words behind a less-than sign are no attributes.
  if (!isHtmlElement(name.toLowerCase()) || !ATTRIBUTE.test(text)) return undefined;
  return firstToken(text)?.isClosed === false ? explainEndless(shown) : undefined;
}
