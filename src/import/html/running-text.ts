import type { Element, ElementContent } from "hast";
import { isBlockElement } from "./block-elements.ts";
import { isNamed } from "./html-nodes.ts";

/** A piece of running text with the elements around it, the outermost first. */
interface Piece {
  node: ElementContent;
  marks: readonly Element[];
}

/** Elements that are the same wherever they stand, so that neighbours are one and a second one inside says nothing. */
const PLAIN_MARKS = new Set([
  "strong",
  "em",
  "del",
  "code",
  "u",
  "small",
  "mark",
  "ins",
  "sub",
  "sup",
]);

/** Elements whose content is not running text. */
const ATOMS = new Set(["br", "img", "math", "stet-reference", "stet-target", "ruby"]);

const BLANKS = /[ \t\n]+/g;

/**
 * Running text in one form: blanks are single ones, none stand at the ends of lines or directly within emphasis or a link,
 * and elements without content are gone. Empty where nothing is shown.
 */
export function runningText(
  nodes: readonly ElementContent[],
  { isOneLine = false }: { isOneLine?: boolean } = {},
): ElementContent[] {
  const pieces: Piece[] = [];
  collect(nodes, [], pieces);
  const spaced = withSingleBlanks(isOneLine ? pieces.map(withoutBreak) : pieces);
  return built(withBlanksOutside(trimmed(spaced)));
}

/** Whether running text in this form shows something. */
export function showsSomething(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => {
    if (node.type === "text") return /[^\s\u00a0\u00ad\u200b-\u200f\u2060]/u.test(node.value);
    if (node.type !== "element") return false;
    if (ATOMS.has(node.tagName)) return !isNamed(node, "br", "stet-target");
    return showsSomething(node.children);
  });
}

/** The lines of running text that several breaks in a row part into paragraphs. */
export function paragraphsOf(nodes: readonly ElementContent[]): ElementContent[][] {
  const pieces: Piece[] = [];
  collect(nodes, [], pieces);
  const paragraphs: Piece[][] = [[]];
  let breaks = 0;
  for (const piece of pieces) {
    if (isBreak(piece)) breaks += 1;
    else if (!isBlankPiece(piece)) {
      if (breaks > 1) paragraphs.push([]);
      breaks = 0;
    }
    paragraphs.at(-1)?.push(piece);
  }
  return paragraphs.map((one) => built(withBlanksOutside(trimmed(withSingleBlanks(one)))));
}

const BLANK: ElementContent = { type: "text", value: " " };

function collect(nodes: readonly ElementContent[], marks: readonly Element[], into: Piece[]): void {
  for (const node of nodes) {
    if (node.type === "text") into.push({ node, marks });
    if (node.type !== "element") continue;
    if (ATOMS.has(node.tagName))
      into.push({ node, marks: marks.filter((mark) => mark.tagName !== "code") });
    else if (isBlockElement(node.tagName)) {
      // Words of neighbouring blocks are not one.
      into.push({ node: BLANK, marks });
      collect(node.children, marks, into);
      into.push({ node: BLANK, marks });
    } else collect(node.children, withMark(marks, node), into);
  }
}

/** The marks with one more; code is the innermost, since it can hold nothing, and links do not hold links. */
function withMark(marks: readonly Element[], mark: Element): readonly Element[] {
  const isRepeated = PLAIN_MARKS.has(mark.tagName) || mark.tagName === "a";
  if (isRepeated && marks.some((one) => one.tagName === mark.tagName)) return marks;
  const last = marks.at(-1);
  return isNamed(last, "code") ? [...marks.slice(0, -1), mark, last] : [...marks, mark];
}

function isBreak({ node }: Piece): boolean {
  return isNamed(node, "br");
}

function isBlankPiece({ node }: Piece): boolean {
  return node.type === "text" && /^[\s\u00a0]*$/u.test(node.value);
}

function withoutBreak(piece: Piece): Piece {
  return isBreak(piece) ? { ...piece, node: { type: "text", value: " " } } : piece;
}

function withSingleBlanks(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let endsBlank = true;
  for (const piece of pieces) {
    if (piece.node.type !== "text") {
      // A target shows nothing: blanks on its two sides are one.
      if (!isNamed(piece.node, "stet-target")) endsBlank = isBreak(piece);
      result.push(piece);
      continue;
    }
    let value = piece.node.value.replace(BLANKS, " ");
    if (endsBlank && value.startsWith(" ")) value = value.slice(1);
    if (value === "") continue;
    endsBlank = value.endsWith(" ");
    result.push({ node: { type: "text", value }, marks: piece.marks });
  }
  return result;
}

/** Without breaks and blanks at the ends, and without blanks before breaks. */
function trimmed(pieces: Piece[]): Piece[] {
  let from = 0;
  let to = pieces.length;
  while (from < to && isEdge(pieces[from])) from += 1;
  while (to > from && isEdge(pieces[to - 1])) to -= 1;
  const targets = [...pieces.slice(0, from), ...pieces.slice(to)].filter(({ node }) =>
    isNamed(node, "stet-target"),
  );
  const inner = pieces.slice(from, to).map((piece) => ({ ...piece }));
  for (const [at, { node }] of inner.entries()) {
    if (node.type !== "text") continue;
    const [before, text, after] = withoutBlanks(node.value);
    const isFirst = at === 0 || isNamed(inner[at - 1]?.node, "br");
    const isLast = at === inner.length - 1 || isNamed(inner[at + 1]?.node, "br");
    const value = `${isFirst ? "" : before}${text}${isLast ? "" : after}`;
    const piece = inner[at];
    if (piece !== undefined && value !== node.value) piece.node = { type: "text", value };
  }
  return [...targets, ...inner.filter(({ node }) => node.type !== "text" || node.value !== "")];
}

/** A text with the blanks before and behind it apart, also those that keep words together. */
function withoutBlanks(value: string): [string, string, string] {
  const text = value.trim();
  if (text === "") return [value, "", ""];
  const start = value.length - value.trimStart().length;
  return [value.slice(0, start), text, value.slice(start + text.length)];
}

function isEdge(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    (isBreak(piece) || isBlankPiece(piece) || isNamed(piece.node, "stet-target"))
  );
}

/** Moves blanks at the ends of marked stretches out of those marks that end there. */
function withBlanksOutside(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const { node, marks } = piece;
    if ((node.type !== "text" && !isBreak(piece)) || marks.length === 0) {
      result.push(piece);
      continue;
    }
    const [before, text, after] = node.type === "text" ? withoutBlanks(node.value) : ["", "", ""];
    const shared = (other: Piece | undefined): readonly Element[] =>
      marks.slice(0, sharedMarks(marks, other?.marks ?? []));
    const add = (value: string, of: readonly Element[]): void => {
      if (value !== "") result.push({ node: { type: "text", value }, marks: of });
    };
    if (text === "") {
      const kept = Math.min(shared(pieces[at - 1]).length, shared(pieces[at + 1]).length);
      result.push({ node, marks: marks.slice(0, kept) });
      continue;
    }
    add(before, shared(result.at(-1)));
    add(text, marks);
    add(after, shared(pieces[at + 1]));
  }
  return result;
}

/** How many of the outer marks are the same elements, or would be one. */
function sharedMarks(marks: readonly Element[], others: readonly Element[]): number {
  let shared = 0;
  while (shared < marks.length && isSameMark(marks[shared], others[shared])) shared += 1;
  return shared;
}

function isSameMark(one: Element | undefined, other: Element | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.tagName !== other.tagName) return false;
  // Copies of one element, around words of several blocks, share its properties.
  return one.properties === other.properties || /^(?:strong|em|del|code)$/.test(one.tagName);
}

/** The tree of the pieces; neighbours of the same marks stand in one element. */
function built(pieces: readonly Piece[]): ElementContent[] {
  const top: ElementContent[] = [];
  let open: { mark: Element; copy: Element }[] = [];
  for (const { node, marks } of pieces) {
    const shared = sharedMarks(
      open.map(({ mark }) => mark),
      marks,
    );
    open = open.slice(0, shared);
    for (const mark of marks.slice(shared)) {
      const copy: Element = { ...mark, children: [] };
      (open.at(-1)?.copy.children ?? top).push(copy);
      open.push({ mark, copy });
    }
    const into = open.at(-1)?.copy.children ?? top;
    const last = into.at(-1);
    if (node.type === "text" && last?.type === "text")
      into[into.length - 1] = { type: "text", value: last.value + node.value };
    else into.push(node);
  }
  return top;
}
