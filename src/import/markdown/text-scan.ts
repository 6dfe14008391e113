/** A text without the signs of a set at its end. */
export function trimmedEnd(text: string, signs: string): string {
  return text.slice(0, text.length - countBefore(text, text.length, signs));
}

/** How many signs of a set stand before an offset, one beside the other. */
export function countBefore(text: string, offset: number, signs: string): number {
  let at = offset;
  while (at > 0 && signs.includes(text.charAt(at - 1))) at -= 1;
  return offset - at;
}

/** An address without what follows a question mark or a number sign. */
export function withoutQuery(address: string): string {
  const at = address.search(/[?#]/);
  return at === -1 ? address : address.slice(0, at);
}

/** A stretch of a source between two marks; `from` and `to` are those of the marks. */
export interface MarkedStretch {
  from: number;
  to: number;
  inner: string;
}

/** All stretches between two marks, none within another. */
export function stretchesBetween(source: string, open: string, close: string): MarkedStretch[] {
  const found: MarkedStretch[] = [];
  let from = source.indexOf(open);
  while (from !== -1) {
    const end = source.indexOf(close, from + open.length);
    if (end === -1) break;
    const to = end + close.length;
    found.push({ from, to, inner: source.slice(from + open.length, end) });
    from = source.indexOf(open, to);
  }
  return found;
}

/** So long is a tag of a template at most, in UTF-16 units. */
const LONGEST_TAG = 5000;

/** All tags of a template between two marks; what stands in quotation marks in them ends none. */
export function templateTags(source: string, open: string, close: string): MarkedStretch[] {
  const found: MarkedStretch[] = [];
  let from = source.indexOf(open);
  while (from !== -1) {
    const end = tagEnd(source, from + open.length, close);
    if (end === undefined) {
      from = source.indexOf(open, from + open.length);
      continue;
    }
    const to = end + close.length;
    found.push({ from, to, inner: source.slice(from + open.length, end) });
    from = source.indexOf(open, to);
  }
  return found;
}

function tagEnd(source: string, start: number, close: string): number | undefined {
  const last = Math.min(source.length, start + LONGEST_TAG);
  let quote = "";
  for (let at = start; at < last; at += 1) {
    const sign = source.charAt(at);
    if (quote !== "") {
      if (sign === quote && source.charAt(at - 1) !== "\\") quote = "";
    } else if (source.startsWith(close, at)) return at;
    // An apostrophe in words is none that a value begins with.
    else if (/["'`]/.test(sign) && /[\s=:|(,]/.test(source.charAt(at - 1))) quote = sign;
  }
  const end = source.indexOf(close, start);
  return end === -1 || end >= last ? undefined : end;
}

/** Code between fences, from and to, in order; one that is never closed goes to the end. */
export function fencedRanges(source: string): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  let open: { from: number; fence: string } | undefined;
  let from = 0;
  for (const line of source.split("\n")) {
    const fence = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (open === undefined) {
      if (fence !== undefined) open = { from, fence };
    } else if (fence?.startsWith(open.fence) === true) {
      ranges.push([open.from, from + line.length]);
      open = undefined;
    }
    from += line.length + 1;
  }
  if (open !== undefined) ranges.push([open.from, source.length]);
  return ranges;
}
