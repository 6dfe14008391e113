import { htmlTokens } from "./html-tokens.ts";
import type { Mark } from "./marked-source.ts";

/**
 * Values in the tags of raw HTML that hold a slash and stand without quotation marks, as addresses in old pages do:
 * `<a href=/about>`. The parser takes no such tag for one within a paragraph, though CommonMark (section 6.6) does.
 */
export function unquotedValues(source: string): Mark[] {
  if (!source.includes("<") || !/=\s*[^\s"'<>=]*\//.test(source)) return [];
  return htmlTokens(source)
    .flatMap(({ isClosed, unquoted }) => (isClosed ? unquoted : []))
    .filter(([from, to]) => source.slice(from, to).includes("/"))
    .flatMap(([from, to]): Mark[] => [
      { at: from, kind: "opening-quote" },
      { at: to, kind: "closing-quote" },
    ]);
}
