import type { Nodes, Root } from "hast";
import type { Node, Point } from "unist";
import { LIMITS } from "./limits.ts";

/**
 * What a source says to the parser besides its own signs, by offset in it: `text` that the sign there, `~` or `<`, is itself
 * and begins nothing; `end` that a bare address ends before it; `punctuation` that the run of marks beside it is to be read
 * as if punctuation stood there; the quotes that a value in a tag stands between them.
 */
export interface Mark {
  at: number;
  kind: "text" | "end" | "punctuation" | "opening-quote" | "closing-quote";
}

/** Punctuation to the parser, and next to never in a text (Unicode, Supplemental Punctuation). */
const RARE_SIGNS = { from: 0x2e00, to: 0x2e2e };

/**
 * A source with marks in it, as the parser is given it, and the way back: `restore` takes the marks out of a tree and
 * sets its places to those of the source. A source that holds all signs that marks are made of is left without any, and so
 * is one with a line that the parser would take too long over if there were signs beyond ASCII on it.
 */
export class MarkedSource {
  readonly source: string;
  /** The source with its marks. */
  readonly text: string;
  /** What the signs of marks become in the tree. */
  readonly #meanings: ReadonlyMap<string, string>;
  /** Offsets in `text` of what was put in, in order, with line and column there. */
  readonly #inserted: readonly Required<Point>[];

  constructor(source: string, marks: readonly Mark[]) {
    this.source = source;
    const signs = marks.length === 0 || isBusy(source) ? undefined : freeSigns(source);
    if (signs === undefined) {
      this.text = source;
      this.#meanings = new Map();
      this.#inserted = [];
      return;
    }
    const { insertions, known, standIns } = signs;
    const parts: string[] = [];
    const inserted: number[] = [];
    let length = 0;
    let from = 0;
    const push = (part: string): void => {
      parts.push(part);
      length += part.length;
    };
    for (const { at, kind } of marks.toSorted((a, b) => a.at - b.at)) {
      push(source.slice(from, at));
      from = at;
      if (kind === "text") {
        push(standIns.get(source.charAt(at)) ?? source.charAt(at));
        from += 1;
      } else {
        const sign = insertions[kind];
        for (let index = 0; index < sign.length; index += 1) inserted.push(length + index);
        push(sign);
      }
    }
    push(source.slice(from));
    this.text = parts.join("");
    this.#meanings = new Map([
      ...Object.values(insertions).map((sign): [string, string] => [sign, ""]),
      ...known.map((sign): [string, string] => [sign, ""]),
      ...[...standIns].map(([sign, standIn]): [string, string] => [standIn, sign]),
    ]);
    this.#inserted = pointsAt(this.text, inserted);
  }

  /** The offset in the source of an offset in `text`. */
  sourceOffset(offset: number): number {
    return offset - countBefore(this.#inserted, (point) => point.offset < offset);
  }

  /** From where to where in the source a node of a tree parsed from `text` stands; an empty range for one without a place. */
  rangeOf({ position }: Node): [start: number, end: number] {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start === undefined || end === undefined) return [0, 0];
    return [this.sourceOffset(start), this.sourceOffset(end)];
  }

  /** Makes a tree parsed from `text` one of the source. */
  restore(tree: Root): void {
    if (this.#meanings.size === 0) return;
    // The longest first: a sign may be a part of another.
    const found = [...this.#meanings.keys()].toSorted((a, b) => b.length - a.length);
    const signs = found.map((sign) => `${sign}|${encodeURIComponent(sign)}`);
    const pattern = new RegExp(signs.join("|"), "gi");
    const clean = (text: string): string =>
      text.replace(pattern, (found) => this.#meanings.get(decodeURIComponent(found)) ?? "");
    const visit = (node: Nodes): void => {
      if (node.position !== undefined) {
        this.#move(node.position.start);
        this.#move(node.position.end);
      }
      if ("value" in node) node.value = clean(node.value);
      if ("properties" in node) {
        for (const [name, value] of Object.entries(node.properties)) {
          if (typeof value === "string") node.properties[name] = clean(value);
          else if (Array.isArray(value))
            node.properties[name] = value.map((one) =>
              typeof one === "string" ? clean(one) : one,
            );
        }
      }
      if ("attributes" in node) {
        for (const attribute of node.attributes) {
          const { value } = attribute;
          if (typeof value === "string") attribute.value = clean(value);
          else if (typeof value === "object" && value !== null) value.value = clean(value.value);
        }
      }
      if ("children" in node) for (const child of node.children) visit(child);
    };
    visit(tree);
  }

  /** Sets a place in `text` to the one in the source. Places that the HTML parser made up may lack parts. */
  #move(point: Partial<Point> | undefined): void {
    if (point === undefined || this.#inserted.length === 0) return;
    const { line, column, offset } = point;
    if (line !== undefined && column !== undefined) {
      const before = (one: Point): boolean =>
        one.line < line || (one.line === line && one.column < column);
      const first = countBefore(this.#inserted, (one) => one.line < line);
      point.column = column - (countBefore(this.#inserted, before) - first);
    }
    if (offset !== undefined) point.offset = this.sourceOffset(offset);
  }
}

/** The signs of marks in one source. */
interface Signs {
  /** What is put in for a mark: what the parser is to see, beside a sign by which it is known among those of the source. */
  insertions: Readonly<Record<Exclude<Mark["kind"], "text">, string>>;
  /** Those signs. */
  known: readonly string[];
  /** What stands in for a sign that is to be itself. */
  standIns: ReadonlyMap<string, string>;
}

/** Whether the marks of a line, each counted at the line's length, exceed `LIMITS.lineWork`. */
function isBusy(source: string): boolean {
  // Each sign of a line could be a mark.
  if (source.length ** 2 <= LIMITS.lineWork) return false;
  return source.split("\n").some((line) => {
    if (line.length ** 2 <= LIMITS.lineWork) return false;
    const marks = line.match(/[*_~`[\]<&!\\:@|]|www/g)?.length ?? 0;
    return marks * line.length > LIMITS.lineWork;
  });
}

/** Signs that the source does not hold, in whatever way it is written; none where it holds too many. */
function freeSigns(source: string): Signs | undefined {
  const lowered = source.toLowerCase();
  const free: string[] = [];
  for (let code = RARE_SIGNS.from; code <= RARE_SIGNS.to; code += 1) {
    const sign = String.fromCharCode(code);
    const forms = [sign, encodeURIComponent(sign).toLowerCase(), code.toString(16), String(code)];
    if (!forms.some((form) => lowered.includes(form))) free.push(sign);
    const [punctuation, end, quote, tilde, angle] = free;
    if (punctuation === undefined || end === undefined || quote === undefined) continue;
    if (tilde === undefined || angle === undefined) continue;
    return {
      insertions: {
        punctuation,
        end: `\t${end}`,
        "opening-quote": `"${quote}`,
        "closing-quote": `${quote}"`,
      },
      known: [punctuation, end, quote],
      standIns: new Map([
        ["~", tilde],
        ["<", angle],
      ]),
    };
  }
  return undefined;
}

/** How many of the points a test holds for, which holds for those before some point and no others. */
function countBefore(
  points: readonly Required<Point>[],
  isBefore: (point: Required<Point>) => boolean,
): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const point = points[middle];
    if (point !== undefined && isBefore(point)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pointsAt(text: string, offsets: readonly number[]): Required<Point>[] {
  const points: Required<Point>[] = [];
  let line = 1;
  let start = 0;
  const breaks = /\r\n|\n|\r/g;
  let next = breaks.exec(text);
  for (const offset of offsets) {
    while (next !== null && next.index < offset) {
      line += 1;
      start = next.index + next[0].length;
      next = breaks.exec(text);
    }
    points.push({ line, column: offset - start + 1, offset });
  }
  return points;
}
