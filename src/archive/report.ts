import { isAbsolute, relative } from "node:path";
import type { Finding } from "../domain/finding.ts";
import { compareText } from "../domain/order.ts";
import { CodeFrames } from "./code-frame.ts";
import { printable, wrap } from "./terminal-text.ts";

/** How findings are shown. */
export interface ReportOptions {
  /** Absolute path of the content folder, for the code frames. */
  content: string;
  /** What to write before the paths of files, so that a terminal can open them: `content/`. */
  prefix?: string;
  /** Whether the stream takes colours. */
  colour: boolean;
  /** Width of the terminal; nothing is wrapped where there is none. */
  columns?: number;
  /** `counts`: how many of each kind, with one example; `some`: the first three of a kind; `all`. */
  warnings: "counts" | "some" | "all";
}

const SOME = 3;

/** What a stream says of itself that a report depends on. */
interface Stream {
  isTTY?: boolean;
  columns?: number;
}

/** The options of a report on a stream about a content folder, for someone who works in the folder `cwd`. */
export function reportOn(
  stream: Stream,
  content: string,
  cwd: string,
): Pick<ReportOptions, "content" | "prefix" | "colour" | "columns"> {
  const way = relative(cwd, content);
  const below = way !== "" && !way.startsWith("..") && !isAbsolute(way);
  return {
    content,
    // A long way out of the folder would hide the paths themselves.
    prefix: below ? `${way.replaceAll("\\", "/")}/` : "",
    colour: stream.isTTY === true,
    columns: stream.columns,
  };
}

/**
 * The findings as text for people. Warnings come first and errors after them, so that what has to be mended
 * stands where the reader's eye is, then a line that counts. Errors are always shown in full. Empty when there
 * are none.
 */
export function formatFindings(findings: readonly Finding[], options: ReportOptions): string {
  if (findings.length === 0) return "";
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity === "warning");
  const page = new Page(options);
  const blocks = [
    ...(options.warnings === "counts"
      ? countedKinds(warnings, page)
      : listed(warnings, options.warnings === "all" ? Infinity : SOME, page)),
    ...errors.map((found) => page.block(found)),
    `${formatTotal(findings)}\n`,
  ];
  return blocks.join("\n");
}

/** One line that counts, `2 errors and 14 warnings in 3 files.` */
export function formatTotal(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const files = new Set(findings.map(({ file }) => file)).size;
  const parts = [
    errors > 0 ? counted(errors, "error") : "",
    warnings > 0 ? counted(warnings, "warning") : "",
  ];
  const told = parts.filter((part) => part !== "").join(" and ");
  return told === "" ? "No problems." : `${told} in ${counted(files, "file")}.`;
}

/** What was looked at: `507 articles, 2 drafts`. */
export function formatCounts(counts: {
  articles: number;
  drafts: number;
  scheduled: number;
}): string {
  const { articles, drafts, scheduled } = counts;
  return [
    counted(articles, "article"),
    ...(drafts > 0 ? [counted(drafts, "draft")] : []),
    ...(scheduled > 0 ? [`${scheduled.toLocaleString("en")} scheduled`] : []),
  ].join(", ");
}

/** The findings for machines, in the form that docs/check.md describes. */
export function findingsJson(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const report = { version: 1, errors, warnings: findings.length - errors, findings };
  return JSON.stringify(report, undefined, 2);
}

/** The first few findings of each kind in full, and a count of the rest. */
function listed(findings: readonly Finding[], most: number, page: Page): string[] {
  const seen = new Map<string, number>();
  const blocks: string[] = [];
  for (const found of findings) {
    const count = (seen.get(found.code) ?? 0) + 1;
    seen.set(found.code, count);
    if (count <= most) blocks.push(page.block(found));
  }
  const rest = [...seen]
    .map(([code, count]): [string, number] => [code, count - most])
    .filter(([, count]) => count > 0)
    .sort(byCount)
    .map(([code, count]) => `${page.count(count)} more  ${code}\n`);
  if (rest.length > 0) {
    blocks.push(`Not shown; npm run check -- --all shows every one:\n${rest.join("")}`);
  }
  return blocks;
}

/** A line for each kind, commonest first, with the place of its first example. */
function countedKinds(findings: readonly Finding[], page: Page): string[] {
  if (findings.length === 0) return [];
  const kinds = new Map<string, { count: number; example: Finding }>();
  for (const found of findings) {
    const kind = kinds.get(found.code);
    if (kind === undefined) kinds.set(found.code, { count: 1, example: found });
    else kind.count += 1;
  }
  const width = Math.max(...[...kinds.keys()].map((code) => code.length));
  const lines = [...kinds]
    .map(([code, { count, example }]) => ({ code, count, example }))
    .sort((a, b) => byCount([a.code, a.count], [b.code, b.count]))
    .map(({ code, count, example }) => page.kind(code.padEnd(width), count, example));
  return [
    `Warnings, each worked around; npm run check says more, npm run check -- --all says all:\n${lines.join("")}`,
  ];
}

function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || compareText(a[0], b[0]);
}

/** Sets findings for one stream. */
class Page {
  readonly #options: ReportOptions;
  readonly #columns: number;
  readonly #frames: CodeFrames;

  constructor(options: ReportOptions) {
    this.#options = options;
    this.#columns = Math.max(40, options.columns ?? Infinity);
    this.#frames = new CodeFrames(options.content);
  }

  /** One finding: place and code, the reason, the line it is about, the way to mend it. */
  block(found: Finding): string {
    const label =
      found.severity === "error" ? this.#paint("31;1", "error") : this.#paint("33;1", "warning");
    const frame = this.#frames.frame(found, this.#columns);
    return [
      `${this.#paint("1", this.#place(found))}  ${label}  ${this.#paint("2", found.code)}`,
      ...this.#wrapped(found.message).map((line) => `  ${line}`),
      ...(frame === undefined
        ? []
        : [
            `${this.#paint("2", frame.gutter)}${frame.code}`,
            `${this.#paint("2", "| ".padStart(frame.gutter.length))}${frame.indent}${this.#paint("31", frame.marks)}`,
          ]),
      ...this.#wrapped(found.fix, 2).map(
        (line, index) => `  ${index === 0 ? this.#paint("36", "→") : " "} ${line}`,
      ),
      "",
    ].join("\n");
  }

  /** One line for a kind of finding. */
  kind(code: string, count: number, example: Finding): string {
    const line = `${this.count(count)}  ${code}  `;
    const place = this.#place(example);
    const fits = line.length + place.length <= this.#columns;
    const start = fits ? line : `${line.trimEnd()}\n${" ".repeat(10)}`;
    return `${start}${this.#paint("2", place)}\n`;
  }

  count(count: number): string {
    return count.toLocaleString("en").padStart(8);
  }

  #place({ file, line, column }: Finding): string {
    return `${this.#options.prefix ?? ""}${printable(file)}:${line}:${column}`;
  }

  #wrapped(text: string, indent = 0): string[] {
    return wrap(printable(text), this.#columns - 2 - indent);
  }

  #paint(codes: string, text: string): string {
    return this.#options.colour ? `\u001B[${codes}m${text}\u001B[0m` : text;
  }
}

/** A number with its noun, `1 file` or `1,234 files`. */
function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
