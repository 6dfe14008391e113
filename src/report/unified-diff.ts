/** Lines around a change that are shown. */
const CONTEXT = 3;

/** A line of a comparison: kept, taken out or put in. */
interface ComparedLine {
  sign: " " | "-" | "+";
  text: string;
}

/** Longest stretch of lines that differ for which the shortest comparison is looked for. */
const LONGEST = 2000;

/**
 * What was changed in a text, as a unified diff that `git apply` and `patch` take; empty where nothing was. `path` is what the
 * file is called from where that is applied.
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const compared = comparedLines(linesOf(before), linesOf(after));
  const name = quotedPath(path);
  const hunks = hunksOf(compared).map(({ from, to }) => hunk(compared, from, to));
  return `--- ${name("a")}\n+++ ${name("b")}\n${hunks.join("")}`;
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The lines of two texts in one order. What both begin and end with is not looked at again. */
function comparedLines(before: readonly string[], after: readonly string[]): ComparedLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const kept = (text: string): ComparedLine => ({ sign: " ", text });
  return [
    ...before.slice(0, start).map(kept),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(kept),
  ];
}

/** Lines that differ at their beginning and their end, by their longest common subsequence. */
function middle(before: readonly string[], after: readonly string[]): ComparedLine[] {
  const taken = (text: string): ComparedLine => ({ sign: "-", text });
  const put = (text: string): ComparedLine => ({ sign: "+", text });
  if (before.length * after.length > LONGEST * LONGEST)
    return [...before.map(taken), ...after.map(put)];
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  for (let a = before.length - 1; a >= 0; a -= 1)
    for (let b = after.length - 1; b >= 0; b -= 1)
      common[a * width + b] =
        before[a] === after[b]
          ? (common[(a + 1) * width + b + 1] ?? 0) + 1
          : Math.max(common[(a + 1) * width + b] ?? 0, common[a * width + b + 1] ?? 0);
  const lines: ComparedLine[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    const [old, fresh] = [before[a], after[b]];
    if (old !== undefined && old === fresh) {
      lines.push({ sign: " ", text: old });
      a += 1;
      b += 1;
    } else if (
      old !== undefined &&
      (fresh === undefined ||
        (common[(a + 1) * width + b] ?? 0) >= (common[a * width + b + 1] ?? 0))
    ) {
      lines.push(taken(old));
      a += 1;
    } else {
      lines.push(put(fresh ?? ""));
      b += 1;
    }
  }
  return lines;
}

/** Stretches of lines around changes, those that touch joined. */
function hunksOf(lines: readonly ComparedLine[]): { from: number; to: number }[] {
  const hunks: { from: number; to: number }[] = [];
  for (const [at, { sign }] of lines.entries()) {
    if (sign === " ") continue;
    const [from, to] = [Math.max(0, at - CONTEXT), Math.min(lines.length, at + 1 + CONTEXT)];
    const last = hunks.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  }
  return hunks;
}

function hunk(lines: readonly ComparedLine[], from: number, to: number): string {
  const count = (part: readonly ComparedLine[], sign: "-" | "+"): number =>
    part.filter((line) => line.sign === " " || line.sign === sign).length;
  const range = (sign: "-" | "+"): string => {
    const length = count(lines.slice(from, to), sign);
    const start = count(lines.slice(0, from), sign) + (length === 0 ? 0 : 1);
    return `${sign}${start}${length === 1 ? "" : `,${length}`}`;
  };
  const shown = lines
    .slice(from, to)
    .map(({ sign, text }) =>
      text.endsWith("\n") ? sign + text : `${sign}${text}\n\\ No newline at end of file\n`,
    );
  return `@@ ${range("-")} ${range("+")} @@\n${shown.join("")}`;
}

/** How git writes a path behind `a/` or `b/`: in quotation marks where it has signs that would end it. */
function quotedPath(path: string): (side: "a" | "b") => string {
  return (side) => {
    const whole = `${side}/${path}`;
    if (!/["\\\u0000-\u001f\u007f]/.test(whole)) return /\s/.test(whole) ? `${whole}\t` : whole;
    const inner = whole.replaceAll(/["\\\u0000-\u001f\u007f]/g, (sign) =>
      /["\\]/.test(sign) ? `\\${sign}` : `\\${sign.charCodeAt(0).toString(8).padStart(3, "0")}`,
    );
    return `"${inner}"`;
  };
}
