/** The three kinds of lines by which git parts two versions of a text, in this order. */
const BEGINS = /^<{7} \S/;
const MIDDLE = /^={7}$/;
const ENDS = /^>{7} \S/;

/** Opens or closes a block of code. */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Where git has left two versions of a passage, to be decided between: the line of the first mark, from 1. Blocks of
 * code are passed over, because articles about git show such lines.
 */
export function mergeMarksIn(text: string): { line: number; mark: string } | undefined {
  // Most texts have none.
  if (!/^<{7} /m.test(text)) return undefined;
  let fence = "";
  let begun: { line: number; mark: string } | undefined;
  let hasMiddle = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const sign = FENCE.exec(line)?.[1] ?? "";
    if (fence === "" && sign !== "") fence = sign;
    else if (fence !== "" && sign.startsWith(fence) && line.trim() === sign) fence = "";
    if (fence !== "") continue;
    if (BEGINS.test(line)) {
      begun ??= { line: index + 1, mark: line };
      hasMiddle = false;
    } else if (begun !== undefined && MIDDLE.test(line)) hasMiddle = true;
    else if (begun !== undefined && hasMiddle && ENDS.test(line)) return begun;
  }
  return undefined;
}
