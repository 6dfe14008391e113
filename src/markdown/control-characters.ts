import type { Nodes, Root } from "hast";
import { holdsUnprintable, withoutUnprintables } from "../domain/characters.ts";
import { rule } from "../checks/body/control-character.ts";
import type { BodyFormat } from "../domain/body.ts";
import { badBackslashes, badReferences, isOfWindows } from "../domain/written-escapes.ts";
import type { BadEscape } from "../domain/written-escapes.ts";
import type { BodyDiagnostic, Literal } from "./body.ts";
import { locationOf } from "./node-location.ts";
import type { Locator } from "./node-location.ts";
import { isHolder, walk } from "./tree.ts";

/** What the search for control characters needs to know of the text that a tree was made from. */
export interface WrittenText {
  source: string;
  format: BodyFormat;
  locator: Locator;
  report(diagnostic: BodyDiagnostic): void;
}

/**
 * Finds in a finished tree what no page can carry and was written as an escape, which the look at the file's own bytes
 * does not see: control characters, halves of surrogate pairs, and references that the parser could not follow. Each
 * is reported where it is written, and U+FFFD takes its place in the tree.
 */
export function controlCharacters(tree: Root, text: WrittenText): void {
  if (!holdsEscapes(text)) return;
  const told = new Set<number>();
  const tell = (escape: BadEscape & { offset: number }): void => {
    if (told.has(escape.offset)) return;
    told.add(escape.offset);
    const location = text.locator.placeAt(escape.offset, escape.written.length);
    const { written, code } = escape;
    const isLenient = text.format === "md" && isOfWindows(code);
    text.report(rule.inBody(location, text.format, { written, code, isLenient }));
  };
  walk(tree, (node, parents) => {
    let isFaulty = false;
    let substitutes = 0;
    const look = (value: string): string => {
      substitutes += countSubstitutes(value);
      if (!holdsUnprintable(value)) return value;
      isFaulty = true;
      return withoutUnprintables(value, SUBSTITUTE);
    };
    cleanStrings(node, look);
    if (!isFaulty && substitutes === 0) return;
    const written = [...ownStretches(node, text.source)];
    // An author may write U+FFFD itself, to tell of it.
    for (const { text: own } of written) substitutes -= countSubstitutes(own);
    if (!isFaulty && substitutes <= 0) return;
    // HTML takes the numbers of Windows-1252 for its characters: where nothing is substituted, they are printed.
    const found = escapesIn(node, written, text.format).filter(
      ({ code }) => substitutes > 0 || !isOfWindows(code),
    );
    for (const escape of found) tell(escape);
    if (!isFaulty || found.length > 0) return;
    text.report(rule.inBody(locationOf(node, parents), text.format, undefined));
  });
}

/** Names of notes are decoded where they become ids. */
const ENCODED_NOTE = /\[\^[^\]\n]{0,200}%/;

/** Whether anything in a text is decoded to other characters; most have nothing of the kind. */
function holdsEscapes({ source, format }: WrittenText): boolean {
  return (
    source.includes("&#") ||
    (format === "mdx" && source.includes("\\")) ||
    ENCODED_NOTE.test(source)
  );
}

const SUBSTITUTE = "\uFFFD";

/** How often the parser's sign for references that it cannot follow stands in a text, in addresses as its bytes. */
function countSubstitutes(text: string): number {
  return text.split(/\uFFFD|%EF%BF%BD/).length - 1;
}

/** Passes every string that a node carries itself through a function. */
function cleanStrings(node: Nodes, clean: (text: string) => string): void {
  if (node.type === "text") node.value = clean(node.value);
  else if (node.type === "component") node.values = cleanRecord(node.values, clean);
  else if (node.type === "element") {
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === "string") node.properties[name] = clean(value);
    }
  }
}

function cleanRecord(
  values: Readonly<Record<string, Literal>>,
  clean: (text: string) => string,
): Record<string, Literal> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [clean(name), cleanLiteral(value, clean)]),
  );
}

function cleanLiteral(value: Literal, clean: (text: string) => string): Literal {
  if (typeof value === "string") return clean(value);
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((one: Literal) => cleanLiteral(one, clean));
  return cleanRecord(value as Readonly<Record<string, Literal>>, clean);
}

/** A stretch of the source, and where it begins. */
interface Stretch {
  from: number;
  text: string;
}

/** The bad escapes in what is written of a node itself, with their offsets in the source. */
function escapesIn(
  node: Nodes,
  written: readonly Stretch[],
  format: BodyFormat,
): (BadEscape & { offset: number })[] {
  const hasStrings = format === "mdx" && node.type !== "text";
  return written.flatMap(({ from, text }) =>
    [...badReferences(text), ...(hasStrings ? badBackslashes(text) : [])].map((escape) => ({
      ...escape,
      offset: from + escape.index,
    })),
  );
}

/** What is written of a node without its children: up to the first of them, and from the last. */
function* ownStretches(node: Nodes, source: string): Generator<Stretch> {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from === undefined || to === undefined) return;
  const children = isHolder(node) ? node.children : [];
  const first = children[0]?.position?.start.offset ?? to;
  const last = children.at(-1)?.position?.end.offset ?? to;
  yield { from, text: source.slice(from, first) };
  if (last < to) yield { from: last, text: source.slice(last, to) };
}
