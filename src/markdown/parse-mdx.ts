import type { Root } from "hast";
import { mdxToHast } from "satteri";
import { rule as moreFaultsRule } from "../checks/body/more-faults.ts";
import type { BodyDiagnostic } from "./body.ts";
import { explainFault } from "./mdx-messages.ts";
import type { MdxFault, ParserReport } from "./mdx-messages.ts";
import { MarkedSource } from "./marked-source.ts";
import { parseMarked } from "./parse-marked.ts";
import type { MarkedTree } from "./parse-marked.ts";
import { PARSER_FEATURES } from "./parser-features.ts";
import type { Locator } from "./node-location.ts";
import { editBetween } from "./source-edits.ts";

/** Faults reported for one file; an author mends these first. */
const MAX_FAULTS = 50;

/** UTF-16 units parsed in search of further faults, which bounds the time a hopeless file can take. */
const MAX_WORK = 5_000_000;

/**
 * Parses MDX and finds all its faults. The parser stops at the first, so the characters that cause
 * it are masked by others of equal length, which keeps every place true, and it is run again.
 * The tree is that of the masked source: good for finding more problems, not for publishing.
 */
export function parseMdx(source: string, locator: Locator): ParsedMdx {
  try {
    const { tree, marked } = parseMarked(source, mdxTree);
    marked.restore(tree);
    return { tree, marked, diagnostics: [] };
  } catch {
    return searchFaults(source, locator);
  }
}

interface ParsedMdx extends MarkedTree {
  diagnostics: BodyDiagnostic[];
}

function searchFaults(source: string, locator: Locator): ParsedMdx {
  const diagnostics: BodyDiagnostic[] = [];
  const orphans: string[] = [];
  let masked = source;
  for (let run = 0; run < 2 * MAX_FAULTS; run += 1) {
    try {
      return { tree: mdxTree(masked), marked: new MarkedSource(masked, []), diagnostics };
    } catch (error) {
      const report = parserReport(error, locator);
      const fault = explainFault(masked, report, source);
      const known = isOrphan(fault, orphans);
      if (!known)
        diagnostics.push({
          ...fault.diagnostic(locator.spanAt(fault.at, fault.at + fault.length)),
          ...(fault.edit === undefined
            ? {}
            : { edits: [editBetween(locator, fault.edit.from, fault.edit.to, fault.edit.text)] }),
        });
      orphans.push(...fault.orphans);
      const next = mask(masked, fault.mask);
      if (next === masked) break;
      masked = next;
    }
    if (diagnostics.length >= MAX_FAULTS || (run + 1) * source.length > MAX_WORK) {
      diagnostics.push(moreFaults(diagnostics));
      break;
    }
  }
  return { tree: empty(), marked: new MarkedSource("", []), diagnostics };
}

function mdxTree(text: string): Root {
  // Without a last line break, a backslash that ends an import takes the whole process down.
  const tree = mdxToHast(`${text}\n`, { features: PARSER_FEATURES });
  return tree.type === "root" ? tree : empty();
}

/** Whether a fault is only the other half of a tag that was masked; each half is forgiven once. */
function isOrphan(fault: MdxFault, orphans: string[]): boolean {
  if (fault.half === undefined) return false;
  const index = orphans.indexOf(fault.half);
  if (index === -1) return false;
  orphans.splice(index, 1);
  // Its own other half is the fault already reported.
  fault.orphans = [];
  return true;
}

/** The parser throws a plain `Error` whose message is `line:column: text (rule)`. */
function parserReport(error: unknown, locator: Locator): ParserReport {
  const message = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):(\d+): ([\s\S]*)$/.exec(message);
  if (match === null) return { text: message, at: 0, opening: undefined };
  const text = match[3] ?? "";
  const opening = /\((?:`<[^`]*>` opened at )?(\d+):(\d+)\)/.exec(text);
  return {
    text,
    at: locator.offsetOf({ line: Number(match[1]), column: Number(match[2]) }),
    opening:
      opening === null
        ? undefined
        : locator.offsetOf({ line: Number(opening[1]), column: Number(opening[2]) }),
  };
}

function mask(source: string, stretches: readonly [number, number][]): string {
  let result = source;
  for (const [from, to] of stretches) {
    const blank = result.slice(from, to).replace(/[^\r\n]/g, "·");
    result = result.slice(0, from) + blank + result.slice(to);
  }
  return result;
}

function moreFaults(diagnostics: readonly BodyDiagnostic[]): BodyDiagnostic {
  const { line = 1, column = 1 } = diagnostics.at(-1) ?? {};
  return moreFaultsRule.inBody({ line, column }, "mdx");
}

function empty(): Root {
  return { type: "root", children: [] };
}
