/** Most levels of brackets, or of lists begun on one line; the parser follows them by recursion. */
export const DEEPEST_YAML = 64;

/** Where a text is nested more deeply than that. */
export function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[{\]}]|^(?:[ \t]*[-?:](?=[ \t]))+/gm)) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
    else if (sign.replace(/[ \t]/g, "").length > DEEPEST_YAML) return index;
    if (depth > DEEPEST_YAML) return index;
  }
  return undefined;
}
