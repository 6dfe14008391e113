import { isPair, isScalar, visit } from "yaml";
import type { Document, Node } from "yaml";
import type { Problem } from "./diagnostics.ts";

/** A comment that was meant as a part of the value before it, by its offsets in the YAML. */
export interface SwallowedText extends Pick<Problem, "message" | "fix"> {
  from: number;
  to: number;
}

/** Longest value that a remedy writes out. */
const FEW = 120;

/** Keys whose values are running text, which may be of one word. */
const TEXTS = new Set(["title", "description", "kicker", "alt", "caption", "credit", "text"]);

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
      const line = yaml.slice(end).split("\n", 1)[0] ?? "";
      const [, blank = "", comment] = /^([ \t]*)(#[^\r]*)/.exec(line) ?? [];
      if (comment === undefined) return;
      const value = yaml.slice(start, end);
      const isWord = !/\s/.test(value) && !(value !== "" && isText(parents.at(-1)));
      const isNote = isWord && /^#+(?:[ \t]+\D|[ \t]*$)/.test(comment);
      if (isNote && (value === "" || !/^#+[ \t]*$/.test(comment))) return;
      const folded = value.replaceAll(/\s*\n\s*/g, " ");
      const whole = JSON.stringify(`${folded}${value === "" ? "" : blank}${comment.trimEnd()}`);
      found.push({
        from: end + blank.length,
        to: end + blank.length + comment.trimEnd().length,
        message: `\`${shorten(comment.trimEnd())}\` is a comment to YAML, so it is not read as a part of the value.`,
        fix:
          whole.length > FEW
            ? "Put the whole value between quotation marks; if it is a note, put it on a line of its own."
            : `Write \`${whole}\`; if it is a note, put it on a line of its own.`,
      });
    },
  });
  return found;
}

/** Whether a value is the running text of a key. */
function isText(parent: Node | Document | object | undefined): boolean {
  return isPair(parent) && isScalar(parent.key) && TEXTS.has(String(parent.key.value));
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

/** What to say of a comment that a fault comes from. */
export function explainComment(comment: string): Pick<Problem, "message" | "fix"> {
  return {
    message: `\`${shorten(comment)}\` is a comment to YAML, so the value ends before it, and what follows cannot be read.`,
    fix: "Put the text that holds the `#` between quotation marks.",
  };
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
