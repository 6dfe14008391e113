import type { Root } from "hast";
import { rule as tooComplex } from "../checks/body/too-complex.ts";
import { rule as unreadable } from "../checks/body/unreadable.ts";
import type { Body, BodyDiagnostic } from "./body.ts";
import type { BodyMetadata, BodyFormat } from "../domain/body.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import { exceededLimit } from "./check-limits.ts";
import { controlCharacters } from "./control-characters.ts";
import { collectMetadata } from "./body-metadata.ts";
import { resolveJsx } from "./jsx.ts";
import { LIMITS } from "./limits.ts";
import { parseMd } from "./parse-md.ts";
import { parseMdx } from "./parse-mdx.ts";
import { createLocator } from "./node-location.ts";
import { PARSE_TRANSFORMS } from "./transforms.ts";
import { treeDepth } from "./tree.ts";

/**
 * Parses the body of an article into its one tree and gathers its facts and problems. `source` is the
 * whole file, front matter included, so that places are those of the file. Never throws: whatever
 * is wrong is among the problems, in order of place. `isChecked` tells that the same source was parsed before and is
 * within all limits, so that they need not be looked at again; `timezone` is that of the publication, for times without an
 * offset.
 */
export function parseBody(
  source: string,
  format: BodyFormat,
  { isChecked = false, timezone }: { isChecked?: boolean; timezone?: string } = {},
): Body {
  const diagnostics: BodyDiagnostic[] = [];
  let tree: Root = { type: "root", children: [] };
  try {
    tree = readTree(source, { format, isChecked, timezone }, diagnostics);
  } catch (error) {
    diagnostics.push(isStackExhausted(error) ? nestedTooDeep(format) : unread(error, format));
  }
  diagnostics.sort((a, b) => a.line - b.line || a.column - b.column);
  let metadata: BodyMetadata | undefined;
  return {
    format,
    tree,
    // Only the check asks for them; pages, feeds and search have them from the index.
    get metadata() {
      return (metadata ??= collectMetadata(tree, source));
    },
    diagnostics,
  };
}

function readTree(
  source: string,
  {
    format,
    isChecked,
    timezone,
  }: { format: BodyFormat; isChecked: boolean; timezone: string | undefined },
  diagnostics: BodyDiagnostic[],
): Root {
  const exceeded = isChecked ? undefined : exceededLimit(source, format);
  if (exceeded !== undefined) {
    diagnostics.push(exceeded);
    return { type: "root", children: [] };
  }
  const told = new Set<string>();
  const keyOf = (code: string, { line, column }: SourceLocation): string =>
    `${code} ${line}:${column}`;
  const report = (diagnostic: BodyDiagnostic): void => {
    diagnostics.push(diagnostic);
    told.add(keyOf(diagnostic.code, diagnostic));
  };
  const isTold = (code: string, location: SourceLocation): boolean =>
    told.has(keyOf(code, location));
  const locator = createLocator(source);
  const parsed = format === "mdx" ? parseMdx(source, locator) : parseMd(source, locator);
  const { tree, marked } = parsed;
  for (const diagnostic of parsed.diagnostics) report(diagnostic);
  if (!isChecked && treeDepth(tree) > LIMITS.treeDepth) {
    diagnostics.push(nestedTooDeep(format));
    return { type: "root", children: [] };
  }
  if (format === "mdx") {
    const context = { day: DAY.exec(source.slice(0, FRONT))?.[1], timezone };
    resolveJsx(tree, { source, locator, context, report });
  }
  for (const transform of PARSE_TRANSFORMS)
    transform(tree, { format, source, marked, locator, isChecked, report, isTold });
  controlCharacters(tree, { source, format, locator, report });
  return tree;
}

/** The day that an article says it is of. */
const DAY = /^date:[ \t]*["']?(\d{4}-\d\d-\d\d)/m;

/** So far front matter is looked at for it, in UTF-16 units. */
const FRONT = 2000;

const START: SourceLocation = { line: 1, column: 1 };

function nestedTooDeep(format: BodyFormat): BodyDiagnostic {
  return tooComplex.inBody(START, format, { kind: "depth", most: LIMITS.treeDepth });
}

/**
 * Whether the libraries, which follow nesting by recursion, ran out of stack. How many levels that takes differs
 * between threads and machines; what is said of the text must not.
 */
function isStackExhausted(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes("call stack");
}

function unread(error: unknown, format: BodyFormat): BodyDiagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return unreadable.inBody(START, format, { is: "refused", reason, isHere: false });
}
