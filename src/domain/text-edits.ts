import type { SourceEdit, SourcePosition } from "./source-edit.ts";

/** What takes the place of the characters from `start` up to `end`, which count from 0 in UTF-16 units. */
export interface TextEdit {
  start: number;
  end: number;
  /** Lines in it end with `\n`, whatever ends them in the file. */
  text: string;
}

/**
 * A text after some edits, none of which knows of the others. What is inserted at one place stands in the order of the
 * edits. Inserted lines end as those of the text do. Throws a `RangeError` where two edits overlap or lie outside the text.
 */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const newline = lineEndOf(text);
  const inOrder = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text: inserted } of inOrder) {
    if (start < done || end < start || end > text.length)
      throw new RangeError(`Two edits overlap at character ${start}, or it is outside the text.`);
    parts.push(
      text.slice(done, start),
      newline === "\n" ? inserted : inserted.replaceAll("\n", newline),
    );
    done = end;
  }
  return parts.join("") + text.slice(done);
}

/** What ends the lines of a text: of most of them. */
export function lineEndOf(text: string): "\n" | "\r\n" {
  let all = 0;
  let wide = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    all += 1;
    if (text[at - 1] === "\r") wide += 1;
  }
  return wide * 2 > all ? "\r\n" : "\n";
}

/** The lines of a text, to find places in it and offsets. */
export class TextLines {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
      this.#starts.push(at + 1);
  }

  /** The offset of a place; throws a `RangeError` where the text has no such line. */
  offsetOf({ line, column }: SourcePosition): number {
    const start = this.#starts[line - 1];
    if (start === undefined) throw new RangeError(`There is no line ${line}.`);
    const offset = start + column - 1;
    if (offset < 0 || offset > this.#length)
      throw new RangeError(`Line ${line} has no column ${column}.`);
    return offset;
  }

  /** The place of an offset. */
  positionOf(offset: number): SourcePosition {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

/** Edits of a text as edits of its file. */
export function sourceEdits(file: string, text: string, edits: readonly TextEdit[]): SourceEdit[] {
  const lines = new TextLines(text);
  return edits.map(({ start, end, text: inserted }) => ({
    file,
    start: lines.positionOf(start),
    end: lines.positionOf(end),
    text: inserted,
  }));
}

/** Edits of a file as edits of its text; throws a `RangeError` where one lies outside it. */
export function textEdits(text: string, edits: readonly SourceEdit[]): TextEdit[] {
  const lines = new TextLines(text);
  return edits.map(({ start, end, text: inserted }) => ({
    start: lines.offsetOf(start),
    end: lines.offsetOf(end),
    text: inserted,
  }));
}
