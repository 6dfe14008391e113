import type { BodyWork } from "./body-work.ts";
import { embedHtml } from "./embeds.ts";
import { htmlParts, literalRanges } from "./html-parts.ts";

/** An address that is all of a line, or all of a paragraph. */
const ON_ITS_OWN =
  /(?<=^|\n|<p>)[^\S\n]{0,20}(https?:\/\/[^\s<>"\u005B\u005D\uFDD0\uFDD1]{1,2000})[^\S\n]{0,20}(?=\n|$|<\/p>)/g;

/** A text in which addresses on lines of their own are replaced by what they embed, as WordPress does. */
export function withEmbeds(text: string, work: BodyWork): string {
  if (!/https?:\/\//.test(text)) return text;
  const ranges = literalRanges(htmlParts(text));
  let next = 0;
  return text.replace(ON_ITS_OWN, (whole, address: string, index: number) => {
    const at = index + whole.indexOf(address);
    while (next < ranges.length && (ranges[next]?.[1] ?? 0) <= at) next += 1;
    const isLiteral = (ranges[next]?.[0] ?? Infinity) <= at;
    return isLiteral ? whole : work.slots.block(embedHtml(address.replaceAll("&amp;", "&"), work));
  });
}
