/** A pattern that matches a text as it stands, with or without the flags `u` and `i` (ECMA-262, section 22.2.1: SyntaxCharacter). */
export function literalPattern(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}
