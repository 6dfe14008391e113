import { CST, visit } from "yaml";
import type { Document, Scalar } from "yaml";
import { joinsLines, LINE_BREAK, mayBeWide } from "../../markdown/wide-text.ts";

/**
 * Takes the blanks out of values that folding has put between wide letters where a line ended: Chinese and Japanese are
 * set without. The document has to keep its source tokens.
 */
export function joinWideFolds(document: Document.Parsed, yaml: string): void {
  const mark = mayBeWide(yaml) ? freeSign(yaml) : undefined;
  if (mark === undefined) return;
  visit(document, {
    Scalar: (_, node) => {
      const token = node.srcToken;
      if (token === undefined || !("source" in token) || node.type === "BLOCK_LITERAL") return;
      const { source } = token;
      const marked = source.replace(LINE_BREAK, (found, at: number) =>
        joinsLines(source, at, at + found.length) ? mark + found : found,
      );
      if (marked === source) return;
      const value = CST.resolveAsScalar({ ...token, source: marked })?.value;
      // Where no blank was put in, as between lines that are kept, only the mark goes.
      if (typeof value === "string")
        (node as Scalar).value = value.replaceAll(new RegExp(`${mark} *`, "g"), "");
    },
  });
}

/** A sign for private use that a text does not hold. */
function freeSign(text: string): string | undefined {
  for (let code = 0xe000; code < 0xe100; code += 1) {
    const sign = String.fromCharCode(code);
    if (!text.includes(sign)) return sign;
  }
  return undefined;
}
