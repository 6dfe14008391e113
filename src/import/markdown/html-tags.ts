/** An attribute of a tag in a source; the range is that of its value without quotation marks. */
export interface TagAttribute {
  name: string;
  from: number;
  to: number;
  valueFrom: number;
  valueTo: number;
  value: string;
  quote: string;
  hasValue: boolean;
}

/** A tag of HTML in a source. */
export interface HtmlTag {
  name: string;
  from: number;
  to: number;
  isClosing: boolean;
  isSelfClosing: boolean;
  attributes: TagAttribute[];
}

const TAG =
  /<(\/?)([A-Za-z][\w.:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;

/** The tags in a piece of HTML; offsets begin at `start`. */
export function htmlTags(html: string, start: number): HtmlTag[] {
  const tags: HtmlTag[] = [];
  for (const match of html.matchAll(TAG)) {
    const [whole, slash = "", name = "", written = "", self = ""] = match;
    const from = start + match.index;
    const first = from + 1 + slash.length + name.length;
    const attributes = [...written.matchAll(ATTRIBUTE)].map((one): TagAttribute => {
      const [text, attribute = "", equals = "", value = ""] = one;
      const quote = /^["']/.exec(value)?.[0] ?? "";
      const at = first + one.index;
      const valueFrom = at + attribute.length + equals.length + quote.length;
      const inner = quote === "" ? value : value.slice(1, -1);
      return {
        name: attribute,
        from: at,
        to: at + text.length,
        valueFrom,
        valueTo: valueFrom + inner.length,
        value: inner,
        quote,
        hasValue: equals !== "",
      };
    });
    tags.push({
      name,
      from,
      to: from + whole.length,
      isClosing: slash !== "",
      isSelfClosing: self !== "",
      attributes,
    });
  }
  return tags;
}
