import type { MdastNode } from "satteri";
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
    const [start] = context.marked.rangeOf(note);
    const name = NAME.exec(context.source.slice(start))?.[1] ?? note.identifier;
    const place = context.locator.placeAt(start, name.length + 3);
    const first = seen.get(note.identifier);
    if (first === undefined) seen.set(note.identifier, place.line);
    if (first !== undefined) {
      context.report({
        ...place,
        code: "footnote/twice",
        severity: "warning",
        message: `The note \`[^${name}]\` is written on line ${first} already. This one is not printed.`,
        fix: "Give it a name of its own, and a mark in the text.",
      });
    } else if (!used.has(note.identifier)) {
      context.report({
        ...place,
        code: "footnote/unused",
        severity: "warning",
        message: `No mark leads to the note \`[^${name}]\`, so it is not printed.`,
        fix: `Write \`[^${name}]\` where it belongs, or remove it.`,
      });
    }
  }
}

function visit(node: MdastNode, definitions: Definition[], used: Set<string>): void {
  if (node.type === "footnoteDefinition") definitions.push(node);
  if (node.type === "footnoteReference") used.add(node.identifier);
  if ("children" in node) for (const child of node.children) visit(child, definitions, used);
}

/** Marks of notes that are nowhere written, which are printed as they stand. */
export const marksWithoutNote: TextCheck = ({ text, placeAt }, context) => {
  for (const { 0: mark, 1: name = "", index } of text.matchAll(/(?<!\])\[\^([^[\]\s]{1,100})\]/g)) {
    context.report({
      ...placeAt(index, mark.length),
      code: "footnote/undefined",
      severity: "warning",
      message: `There is no note \`${mark}\`, so the mark is printed as it stands.`,
      fix: `Add a line \`[^${name}]: …\` of its own, or write \`\\${mark}\` if readers are to see it.`,
    });
  }
};
