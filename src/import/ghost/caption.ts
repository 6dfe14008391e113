import { plainText } from "../html-text.ts";

/** What says that a name follows which a picture is by. */
const BY =
  /(?:^|[.!?…]\s+|\s[-–—|]\s|\s?\()(?:photos?|photograph(?:y|s)?|images?|pictures?|illustrations?|foto|bild|cr[eé]dits?)\s?(?:(?:credits?|by|from|via|von|par|de)\b\s?:?|:|\/|©)\s{0,2}(\S[^\n]{0,150})$/i;

/**
 * A caption of a picture, with the credit apart where it says so: `Photo by Ann Lee / Unsplash` is a credit alone. `html` is
 * what Ghost keeps. Both are plain text.
 */
export function captionParts(html: string): { caption?: string; credit?: string } {
  const text = plainText(html);
  const found = BY.exec(text);
  // A name begins with a capital, or with a sign such as @.
  if (found === null || /^\p{Ll}/u.test(found[1] ?? ""))
    return text === "" ? {} : { caption: text };
  const isInBrackets = found[0].trimStart().startsWith("(");
  const [, named = ""] = found;
  const credit = (isInBrackets ? named.replace(/\)\.?$/, "") : named).trim();
  const sentence = /^[.!?…]/.exec(found[0])?.[0] ?? "";
  const caption = (text.slice(0, found.index) + sentence).trim();
  return { ...(caption === "" ? {} : { caption }), credit };
}
