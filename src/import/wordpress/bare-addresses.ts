import type { BodyWork } from "../body-work.ts";
import { embedHtml } from "./embeds.ts";
import { literalPositions } from "./html-parts.ts";

/** An address that is all of a line, or all of a paragraph. */
const ON_ITS_OWN =
  /(?<=^|\n|<p>)[^\S\n]{0,20}(https?:\/\/[^\s<>"\u005B\u005D\uFDD0\uFDD1]{1,2000})[^\S\n]{0,20}(?=\n|$|<\/p>)/g;

/** A text in which addresses on lines of their own are replaced by what they embed, as WordPress does. */
export function withEmbeds(text: string, work: BodyWork): string {
  if (!/https?:\/\//.test(text)) return text;
  const isLiteral = literalPositions(text);
  return text.replace(ON_ITS_OWN, (whole, address: string, index: number) => {
    return isLiteral(index + whole.indexOf(address))
      ? whole
      : work.slots.block(embedHtml(address.replaceAll("&amp;", "&"), work));
  });
}
