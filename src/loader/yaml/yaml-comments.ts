import { isPair, isScalar, visit } from "yaml";
import type { Document, Node } from "yaml";
import { isRunningText } from "../running-text.ts";
import { yamlText } from "../../domain/yaml-text.ts";

/** A comment that was meant as a part of the value before it, by its offsets in the YAML. */
export interface SwallowedText {
  from: number;
  to: number;
  /** The value. */
  node: Node;
  /** The comment. */
  written: string;
  /** The whole value between quotation marks. */
  quoted: string;
  /** The line with it, where it is short. */
  line: string | undefined;
}

/** A comment right behind a value. */
const BEHIND = /([ \t]*)(#[^\r\n]*)/y;

/** Longest line that a remedy writes out. */
const FEW = 200;

/**
 * Text that YAML takes for a comment: what stands behind a blank and `#` in a value without quotation marks. Notes are
 * written with a blank behind the sign, and behind a date, a slug or a number; other texts are hardly meant as one.
 */
export function swallowedTexts(document: Document.Parsed, yaml: string): SwallowedText[] {
  const found: SwallowedText[] = [];
  visit(document, {
    Scalar: (key, node, parents) => {
      if (key === "key" || !isScalar(node) || node.type !== "PLAIN" || !node.range) return;
      const [start, end] = node.range;
      BEHIND.lastIndex = end;
      const [, blank = "", comment] = BEHIND.exec(yaml) ?? [];
      if (comment === undefined) return;
      const value = yaml.slice(start, end);
      const isWord = !/\s/.test(value) && !(value !== "" && isText(parents.at(-1)));
      const isNote = isWord && /^#+(?:[ \t]+\D|[ \t]*$)/.test(comment);
      if (isNote && (value === "" || !/^#+[ \t]*$/.test(comment))) return;
      const folded = value.replaceAll(/(?<!\s)\s*\n\s*/g, " ");
      const quoted = yamlText(`${folded}${value === "" ? "" : blank}${comment.trimEnd()}`);
      const before = yaml.slice(yaml.lastIndexOf("\n", start - 1) + 1, start).trimStart();
      const isOneLine = value !== "" && !value.includes("\n");
      const whole = `${isOneLine ? before : keyOf(parents.at(-1))}${quoted}`;
      found.push({
        from: end + blank.length,
        to: end + blank.length + comment.trimEnd().length,
        node,
        written: comment.trimEnd(),
        quoted,
        line: whole.length > FEW ? undefined : whole,
      });
    },
  });
  return found;
}

/** The key of a value with its colon; nothing for an entry of a list. */
function keyOf(parent: Node | Document | object | undefined): string {
  return isPair(parent) && isScalar(parent.key) ? `${String(parent.key.value)}: ` : "";
}

/** Whether a value is the running text of a key. */
function isText(parent: Node | Document | object | undefined): boolean {
  return isPair(parent) && isScalar(parent.key) && isRunningText(parent.key.value);
}

/** A comment without quotation marks before it on its line. */
const COMMENT = /^[^"'\n]*?[ \t](#[^\r\n]*)/;

/**
 * The comment that a fault of YAML comes from: a value or a list ended with it, on the line of the fault or the one before,
 * and goes on behind. Its offsets, if there is one.
 */
export function commentBefore(yaml: string, fault: number): [from: number, to: number] | undefined {
  const line = yaml.lastIndexOf("\n", fault - 1) + 1;
  const before = yaml.lastIndexOf("\n", line - 2) + 1;
  for (const start of [before, line]) {
    const comment = COMMENT.exec(yaml.slice(start))?.[1]?.trimEnd();
    const at = comment === undefined ? -1 : yaml.indexOf(comment, start);
    if (comment !== undefined && at <= fault) return [at, at + comment.length];
  }
  return undefined;
}
