import ts from "typescript";
import { CountedRegex } from "../tools/regex-steps.ts";

/** A regular expression as it is written in a source. */
export interface RegexLiteral {
  /** 1-based. */
  line: number;
  regex: RegExp;
}

/** The regular expressions of a module. Those that are put together at run time are not seen. */
export function regexLiterals(file: string, text: string): RegexLiteral[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: RegexLiteral[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({
        line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
        regex: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Signs that texts are made of which are meant to take long. */
const SIGNS = [..." \t\n\ra1A*_`~#><-+=|:;,.!?\"'()[]{}/\\&%$@^é中。’“0\u0000\u200c…–xyz"];

/** So many signs are repeated, and twice as many. */
const SIZE = 30;

/** Signs that stand behind. */
const FEW_ENDS = 4;

/** Pairs of signs that are repeated besides the single ones. */
const FEW_PAIRS = 8;

/** A search that takes fewer steps is not looked at again. */
const FEW_STEPS = 900;
const MOST_STEPS = 1_000_000;

/**
 * A text that a search with an expression takes much more than twice as many steps for when it is twice as long: what
 * is repeated in it, and what stands around that. `undefined` where none is found.
 */
export function slowText(
  regex: RegExp,
): { before: string; repeated: string; behind: string } | undefined {
  if (!/[*+]|\{\d+,\}/.test(regex.source)) return undefined;
  const counted = new CountedRegex(regex);
  const letters = [...new Set(regex.source.match(/[a-z]/gi))];
  const kinds = new Map<string, string>();
  for (const sign of SIGNS) {
    const kind = counted.kindOf(sign);
    if (!kinds.has(kind)) kinds.set(kind, sign);
  }
  const signs = [...kinds.values()];
  const prefixes = counted.prefixes([...SIGNS, ...letters]);
  const pairs = signs.flatMap((one) =>
    signs.filter((other) => other !== one).map((other) => one + other),
  );
  const openings = prefixes.filter((prefix) => prefix.length > 1);
  for (const before of prefixes) {
    for (const repeated of [...signs, ...pairs.slice(0, FEW_PAIRS), ...openings]) {
      for (const behind of ["", ...signs.slice(0, FEW_ENDS)]) {
        const stepsFor = (size: number): number =>
          counted.steps(before + repeated.repeat(size) + behind, { limit: MOST_STEPS });
        const steps = stepsFor(SIZE);
        const isSlow = steps > MOST_STEPS || (steps > FEW_STEPS && stepsFor(2 * SIZE) > 3 * steps);
        if (isSlow) return { before, repeated, behind };
      }
    }
  }
  return undefined;
}
