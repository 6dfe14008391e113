/**
 * A text with what stands between two marks replaced, `<!-- NAME -->` and `<!-- end of NAME -->`. Throws where it
 * has no such marks.
 */
export function withMarkedPart(text: string, name: string, part: string): string {
  const { from, to } = spanOf(text, name);
  return `${text.slice(0, from)}\n\n${part.trim()}\n\n${text.slice(to)}`;
}

/** What stands between two marks. Throws where the text has no such marks. */
export function markedPart(text: string, name: string): string {
  const { from, to } = spanOf(text, name);
  return text.slice(from, to).trim();
}

/** A part with its marks around it. */
export function inMarks(name: string, part: string): string {
  return `<!-- ${name} -->\n\n${part.trim()}\n\n<!-- end of ${name} -->`;
}

function spanOf(text: string, name: string): { from: number; to: number } {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`There is no place for the table: write ${begin} and ${end} where it belongs.`);
  return { from: from + begin.length, to };
}
