import type { Diagnostic } from "../domain/diagnostic.ts";
import { cells, printable } from "./terminal-text.ts";
import { textIn } from "./text-in.ts";

/** The line that a diagnostic is about, cut to what fits, and the marks below it. */
export interface CodeFrame {
  gutter: string;
  code: string;
  /** As wide as the code up to the fault. */
  indent: string;
  /** One sign for each cell of the fault. */
  marks: string;
}

/** Longest piece of a line that is shown, in characters. */
const LONGEST_PIECE = 100;

/** Gives the lines that diagnostics are about; reads each file once while diagnostics come file by file. */
export class CodeFrames {
  readonly #textOf: (file: string) => string | undefined;
  #file = "";
  #lines: string[] = [];

  /** `content` is the absolute path of the content folder. */
  constructor(content: string) {
    this.#textOf = textIn(content);
  }

  /** The frame of a diagnostic, `columns` wide at most; none where there is no such line or nothing to see on it. */
  frame(found: Diagnostic, columns: number): CodeFrame | undefined {
    if (found.file !== this.#file) {
      this.#file = found.file;
      this.#lines = this.#read(found.file);
    }
    const line = this.#lines[found.line - 1];
    if (line === undefined || !saysSomething(line)) return undefined;
    // Without a length there it is about the whole file.
    if (found.line === 1 && found.column === 1 && found.length === undefined) return undefined;
    const gutter = `${String(found.line).padStart(6)} | `;
    const room = Math.max(20, Math.min(LONGEST_PIECE, columns - gutter.length - 2));
    const at = Math.min(found.column - 1, line.length);
    const start = wholeCharacter(line, at < room - 10 ? 0 : at - Math.floor(room / 2));
    const end = wholeCharacter(line, start + room);
    const before = line.slice(start, at);
    const fault = line.slice(at, Math.min(end, at + (found.length ?? 1)));
    const cut = start > 0 ? "…" : "";
    return {
      gutter,
      code: `${cut}${printable(line.slice(start, end))}${end < line.length ? "…" : ""}`,
      indent: " ".repeat(cut.length) + before.replace(/[^\t]+/g, (text) => " ".repeat(cells(text))),
      marks: "^".repeat(Math.max(1, cells(fault))),
    };
  }

  #read(file: string): string[] {
    const text = this.#textOf(file) ?? "";
    return text.includes("\0") ? [] : text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  }
}

/** Whether more stands in a line than what opens the front matter. */
function saysSomething(line: string): boolean {
  return !/^(?:---)?$/.test(line.trim());
}

/** The nearest offset at or before one that does not part a surrogate pair. */
function wholeCharacter(line: string, offset: number): number {
  const low = line.charCodeAt(offset);
  return offset > 0 && low >= 0xdc00 && low <= 0xdfff ? offset - 1 : Math.max(0, offset);
}
