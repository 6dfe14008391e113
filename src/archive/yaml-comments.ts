import { isScalar, visit } from "yaml";
import type { Document } from "yaml";
import type { Problem } from "./diagnostics.ts";

/** A comment that was meant as a part of the value before it, by its offsets in the YAML. */
export interface SwallowedText extends Pick<Problem, "message" | "fix"> {
  from: number;
  to: number;
}

/** Longest value that a remedy writes out. */
const FEW = 120;

/**
 * Text that YAML takes for a comment: what stands behind a blank and `#` in a value without quotation marks. Notes are
 * written with a blank behind the sign, and behind a date, a slug or a number; other texts are hardly meant as one.
 */
export function swallowedTexts(document: Document.Parsed, yaml: string): SwallowedText[] {
  const found: SwallowedText[] = [];
  visit(document, {
    Scalar: (key, node) => {
      if (key === "key" || !isScalar(node) || node.type !== "PLAIN" || !node.range) return;
      const [start, end] = node.range;
      const line = yaml.slice(end).split("\n", 1)[0] ?? "";
      const [, blank = "", comment] = /^([ \t]*)(#[^\r]*)/.exec(line) ?? [];
      if (comment === undefined) return;
      const value = yaml.slice(start, end);
      const isNote = /^#+[ \t]+\D/.test(comment) && !/\s/.test(value);
      if (isNote) return;
      const whole = JSON.stringify(`${value}${value === "" ? "" : blank}${comment.trimEnd()}`);
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

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
