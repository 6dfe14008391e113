import type { Details } from "../checks/mdx/expression.ts";
import { sentence } from "../checks/naming.ts";
import { shortcodes } from "./checks/shortcodes.ts";
import { readLiteral } from "./literal.ts";

/** Longest shortcode that is looked at, in UTF-16 units. */
const LONGEST_SHORTCODE = 300;

/** What an expression may be meant as; `value` is what stands in its braces. */
export function explainExpression(value: string): Details {
  const written = `{${value}}`;
  if (written.startsWith("{{") && written.length <= LONGEST_SHORTCODE) {
    const [shortcode] = shortcodes(written, { format: "mdx", source: written });
    if (shortcode?.index === 0) return { kind: "shortcode", shortcode: { ...shortcode, written } };
  }
  const literal = readLiteral(value);
  return literal.ok && (typeof literal.value === "string" || typeof literal.value === "number")
    ? { kind: "literal", written, words: wordsOf(value, literal.value) }
    : { kind: "computed", written };
}

/** A number stays as it is written. */
function wordsOf(code: string, value: string | number): string {
  return typeof value === "number" ? code.trim() : value;
}

/** What programs import and export. */
const PROGRAM =
  /^(?:import\s*(?:["'{*(]|[\w$]+\s*,\s*[{*]|[\w$]+\s+from\s+\S+\s*$)|export\s*(?:default|const|let|var|function|class|async|type|interface|enum|[{*]))/m;

/** A line that begins with `import` or `export` as a sentence, where it can be nothing else. */
export function sentenceMeant(code: string): string | undefined {
  if (PROGRAM.test(code)) return undefined;
  const [line = ""] = code.split(/[\r\n]/, 1);
  return sentence(line).trim();
}
