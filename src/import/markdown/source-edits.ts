/** A stretch of a source, in UTF-16 units, and what stands there instead. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** A source with edits made in it; everything else stays as it is. Of edits that overlap, the first one counts. */
export function edited(source: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < at) continue;
    parts.push(source.slice(at, from), text);
    at = to;
  }
  parts.push(source.slice(at));
  return parts.join("");
}
