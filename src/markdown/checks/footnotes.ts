import type { MdastNode } from "satteri";
import { rule as twice } from "../../checks/footnote/twice.ts";
import { rule as undefinedNote } from "../../checks/footnote/undefined.ts";
import { rule as unused } from "../../checks/footnote/unused.ts";
import type { ParseContext } from "../transforms/transform.ts";
import type { TextCheck } from "./text-check.ts";

type Definition = Extract<MdastNode, { type: "footnoteDefinition" }>;

/** The name of a note, as it is written. */
const NAME = /^\[\^((?:\\[^\n]|[^\]\n\\]){1,1000})\]/;

/** Notes that no mark leads to, and second ones of one name: neither is printed. */
export function unusedNotes(tree: MdastNode, context: ParseContext): void {
  const definitions: Definition[] = [];
  const used = new Set<string>();
  visit(tree, definitions, used);
  /** Lines of the first ones, by name. */
  const seen = new Map<string, number>();
  for (const note of definitions) {
    if (note.position === undefined) continue;
    const [start, end] = context.marked.rangeOf(note);
    const written = context.source.slice(start, end);
    const name = NAME.exec(written)?.[1] ?? note.identifier;
    const location = context.locator.spanAt(start, end);
    const first = seen.get(note.identifier);
    if (first === undefined) seen.set(note.identifier, location.line);
    if (first !== undefined) {
      const words = written.slice(written.indexOf("]:") + 2).trim();
      const free = freeNote(context);
      context.report(twice.inBody(location, context.format, { name, first, free, words }));
    } else if (!used.has(note.identifier))
      context.report(unused.inBody(location, context.format, { name }));
  }
}

function visit(node: MdastNode, definitions: Definition[], used: Set<string>): void {
  if (node.type === "footnoteDefinition") definitions.push(node);
  if (node.type === "footnoteReference") used.add(node.identifier);
  if ("children" in node) for (const child of node.children) visit(child, definitions, used);
}

/** The names that are taken in a text, and the number that was given last. */
const counted = new WeakMap<object, { used: ReadonlySet<string>; last: number }>();

/** A number that no note of a text has for its name, another one each time. */
export function freeNote(text: { source: string }): string {
  const numbers = counted.get(text) ?? { used: namesOfNotes(text.source), last: 0 };
  counted.set(text, numbers);
  do numbers.last += 1;
  while (numbers.used.has(String(numbers.last)));
  return String(numbers.last);
}

function namesOfNotes(source: string): ReadonlySet<string> {
  return new Set(Array.from(source.matchAll(/\[\^(\d+)\]/g), ([, name = ""]) => name));
}

/** Marks of notes that are nowhere written, which are printed as they stand. */
export const marksWithoutNote: TextCheck = ({ text, placeAt, lineFrom }, context) => {
  for (const { 0: mark, 1: name = "", index } of text.matchAll(/(?<!\])\[\^([^[\]\s]{1,100})\]/g)) {
    const begins = index === 0 || text.charAt(index - 1) === "\n";
    const [line = ""] = begins ? (/^.*/.exec(text.slice(index)) ?? []) : [];
    const words = /^[ \t]+\S/.test(line.slice(mark.length))
      ? lineFrom(index).slice(mark.length).trim()
      : "";
    const isLine = words !== "";
    const length = isLine ? line.length : mark.length;
    context.report(
      undefinedNote.inBody(placeAt(index, length), context.format, {
        name,
        ...(isLine ? { meant: `${mark}: ${words}` } : {}),
      }),
    );
  }
};
