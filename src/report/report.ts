import { isAbsolute, relative } from "node:path";
import { countSeverities } from "../domain/diagnostic.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { withContentFolder } from "../domain/content-path.ts";
import { compareText } from "../domain/order.ts";
import { CodeFrames } from "./code-frame.ts";
import { printable, wrap } from "./terminal-text.ts";

/** How diagnostics are shown. */
export interface ReportOptions {
  /** Absolute path of the content folder, for the code frames. */
  content: string;
  /** What to write before the paths of files, so that a terminal can open them: `content/`. */
  prefix?: string;
  /** Whether the stream takes colours. */
  colour: boolean;
  /** Width of the terminal; nothing is wrapped where there is none. */
  columns?: number;
  /**
   * `counts`: how many of each kind, with one example; `some`: the first three of a kind; `all`, and then every error
   * too, which otherwise is counted where one file has many of a kind.
   */
  warnings: "counts" | "some" | "all";
  /** Whether remedies that `check --fix` carries out are marked. */
  marksCertain?: boolean;
  /** Whether a line at the end counts them; it does where nothing is said. */
  total?: boolean;
}

const SOME = 3;

/** Most errors of one kind in one file that are shown in full: with the same words, and with others. */
const MOST_ALIKE = 3;
const MOST_OF_A_KIND = 20;

/** Most lines to be typed that a remedy shows. */
const MOST_TYPED = 20;

/** As many take no more room than to say that there are as many. */
const FEW = 2;

/** Most places that are listed of those that are not shown. */
const MOST_PLACES = 40;

const SHOW_ALL = "npm run check -- --all";

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
  return {
    content,
    prefix: contentPrefix(content, cwd),
    colour: stream.isTTY === true,
    columns: stream.columns,
  };
}

/** What stands before paths below a content folder for someone who works in the folder `cwd`: `content/`. */
export function contentPrefix(content: string, cwd: string): string {
  const way = relative(cwd, content);
  const below = way !== "" && !way.startsWith("..") && !isAbsolute(way);
  // A long way out of the folder would hide the paths themselves.
  return below ? `${way.replaceAll("\\", "/")}/` : "";
}

/**
 * The diagnostics as text for people. Hints and warnings come first and errors after them, so that what has to be mended
 * stands where the reader's eye is, then a line that counts. Errors are shown in full, but where one file has many of
 * a kind: those are counted, with their places. Empty when there are none.
 */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: ReportOptions,
): string {
  if (diagnostics.length === 0) return "";
  const shown = diagnostics.map((found) => located(found, options.prefix ?? ""));
  const errors = shown.filter(({ severity }) => severity === "error");
  const warnings = shown.filter(({ severity }) => severity === "warning");
  const hints = shown.filter(({ severity }) => severity === "hint");
  const page = new Page(options);
  const blocks = [
    ...(options.warnings === "counts"
      ? countedKinds(warnings, page)
      : listed([...hints, ...warnings], options.warnings === "all" ? Infinity : SOME, page)),
    ...(options.warnings === "all" ? errors.map((one) => page.block(one)) : inFull(errors, page)),
    ...(options.total === false ? [] : [`${formatTotal(diagnostics)}\n`]),
  ];
  return blocks.join("\n");
}

/** One line that counts, `2 errors, 14 warnings and 1 hint in 3 files.` */
export function formatTotal(diagnostics: readonly Diagnostic[]): string {
  const counts = countSeverities(diagnostics);
  const files = new Set(diagnostics.map(({ file }) => file)).size;
  const parts = (["error", "warning", "hint"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => counted(counts[severity], severity));
  const told = parts.join(", ").replace(/, (?=[^,]*$)/, " and ");
  return told === "" ? "No problems." : `${told} in ${counted(files, "file")}.`;
}

/** What was looked at: `507 articles, 2 drafts, 1 file with errors`. */
export function formatCounts(counts: {
  articles: number;
  drafts: number;
  scheduled: number;
  unread?: number;
}): string {
  const { articles, drafts, scheduled, unread = 0 } = counts;
  return [
    counted(articles, "article"),
    ...(drafts > 0 ? [counted(drafts, "draft")] : []),
    ...(scheduled > 0 ? [`${scheduled.toLocaleString("en")} scheduled`] : []),
    ...(unread > 0 ? [`${counted(unread, "file")} with errors`] : []),
  ].join(", ");
}

/**
 * The diagnostics for machines, in the form that docs/check.md describes; `prefix` stands before paths in their texts.
 * `besides` is told with them: why some rules were not checked, and what they are compared with where they are those of a
 * change alone.
 */
export function diagnosticsJson(
  diagnostics: readonly Diagnostic[],
  prefix = "",
  besides: { skipped?: string; base?: string; elsewhere?: number } = {},
): string {
  const { error: errors, warning: warnings, hint: hints } = countSeverities(diagnostics);
  const report = {
    version: 1,
    errors,
    warnings,
    hints,
    ...besides,
    findings: diagnostics.map((found) => located(found, prefix)),
  };
  return JSON.stringify(report, undefined, 2);
}

/** A diagnostic with the paths in its texts as they are typed, after a prefix such as `content/`. */
export function located(found: Diagnostic, prefix: string): Diagnostic {
  const { message, fix } = found;
  return {
    ...found,
    message: withContentFolder(message, prefix),
    fix: withContentFolder(fix, prefix),
  };
}

/** The first few diagnostics of each kind in full, and a count of the rest. */
function listed(diagnostics: readonly Diagnostic[], most: number, page: Page): string[] {
  const shown = new Tally();
  const hidden = new Map<string, Diagnostic[]>();
  const blocks: string[] = [];
  for (const found of diagnostics) {
    if (shown.count(found.code) <= most) blocks.push(page.block(found));
    else push(hidden, found.code, found);
  }
  const rest = [...hidden]
    .sort(([a, one], [b, other]) => byCount([a, one.length], [b, other.length]))
    .map(([code, more]) => page.rest(code, more));
  if (rest.length > 0) blocks.push(`Not shown; ${SHOW_ALL} shows every one:\n${rest.join("")}`);
  return blocks;
}

/** Every error in full, but where one file has many of a kind; in the place of the others stands how many there are. */
function inFull(errors: readonly Diagnostic[], page: Page): string[] {
  const shown = new Tally();
  const hidden = new Map<string, Diagnostic[]>();
  const blocks: (() => string)[] = [];
  for (const found of errors) {
    const kind = `${found.file}\n${found.code}`;
    const isOneOfMany = shown.count(`${kind}\n${found.message}\n${found.fix}`) > MOST_ALIKE;
    if (!isOneOfMany && shown.count(kind) <= MOST_OF_A_KIND) {
      blocks.push(() => page.block(found));
      continue;
    }
    const more = push(hidden, kind, found);
    if (more.length === 1)
      blocks.push(() =>
        more.length > FEW ? page.more(more) : more.map((one) => page.block(one)).join("\n"),
      );
  }
  return blocks.map((block) => block());
}

/** How often each of some names came. */
class Tally {
  readonly #counts = new Map<string, number>();

  /** Counts one more, and gives how many there are now. */
  count(name: string): number {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count;
  }
}

function push(lists: Map<string, Diagnostic[]>, name: string, found: Diagnostic): Diagnostic[] {
  const list = lists.get(name) ?? [];
  list.push(found);
  lists.set(name, list);
  return list;
}

/** A line for each kind, commonest first, with the place of its first example. */
function countedKinds(diagnostics: readonly Diagnostic[], page: Page): string[] {
  if (diagnostics.length === 0) return [];
  const kinds = new Map<string, { count: number; example: Diagnostic }>();
  for (const found of diagnostics) {
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
    `Warnings, each worked around; npm run check says more, ${SHOW_ALL} says all:\n${lines.join("")}`,
  ];
}

function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || compareText(a[0], b[0]);
}

/** As terminals know them: red, yellow, cyan. */
const SEVERITY_COLOURS = { error: "31;1", warning: "33;1", hint: "36;1" } as const;

/** Sets diagnostics for one stream. */
class Page {
  readonly #options: ReportOptions;
  readonly #columns: number;
  readonly #frames: CodeFrames;

  constructor(options: ReportOptions) {
    this.#options = options;
    this.#columns = Math.max(40, options.columns ?? Infinity);
    this.#frames = new CodeFrames(options.content);
  }

  /** One diagnostic: place and code, the reason, the line it is about, the way to mend it. */
  block(found: Diagnostic): string {
    const frame = this.#frames.frame(found, this.#columns);
    return [
      this.#heading(this.#location(found), found),
      ...this.#wrapped(found.message).map((line) => `  ${line}`),
      ...(frame === undefined
        ? []
        : [
            `${this.#paint("2", frame.gutter)}${frame.code}`,
            `${this.#paint("2", "| ".padStart(frame.gutter.length))}${frame.indent}${this.#paint("31", frame.marks)}`,
          ]),
      ...this.#remedy(found.fix, found.edits),
      "",
    ].join("\n");
  }

  /** Further diagnostics of one kind in one file, by their places. */
  more(diagnostics: readonly Diagnostic[]): string {
    const [first] = diagnostics;
    if (first === undefined) return "";
    return [
      this.#heading(this.#file(first), first),
      ...this.#wrapped(
        `${diagnostics.length.toLocaleString("en")} more, at ${placesOf(diagnostics)}.`,
      ).map((line) => `  ${line}`),
      ...this.#remedy(`Fix them like those above, or run ${SHOW_ALL} to show each.`),
      "",
    ].join("\n");
  }

  /** One line for those of a kind that are not shown: their places if one file has them all, or how many files do. */
  rest(code: string, diagnostics: readonly Diagnostic[]): string {
    const files = new Set(diagnostics.map(({ file }) => file));
    const [first] = diagnostics;
    const where =
      files.size > 1 || first === undefined
        ? `in ${counted(files.size, "file")}`
        : `${this.#file(first)}:${placesOf(diagnostics)}`;
    const start = `${this.count(diagnostics.length)} more  ${code}`;
    if (start.length + where.length + 2 <= this.#columns) return `${start}  ${where}\n`;
    const indent = " ".repeat(10);
    const lines = wrap(where, this.#columns - indent.length).map((line) => `${indent}${line}\n`);
    return `${start}\n${lines.join("")}`;
  }

  /** One line for a kind of diagnostic. */
  kind(code: string, count: number, example: Diagnostic): string {
    const line = `${this.count(count)}  ${code}  `;
    const location = this.#location(example);
    const fits = line.length + location.length <= this.#columns;
    const start = fits ? line : `${line.trimEnd()}\n${" ".repeat(10)}`;
    return `${start}${this.#paint("2", location)}\n`;
  }

  count(count: number): string {
    return count.toLocaleString("en").padStart(8);
  }

  #heading(location: string, { severity, code }: Diagnostic): string {
    const label = this.#paint(SEVERITY_COLOURS[severity], severity);
    return `${this.#paint("1", location)}  ${label}  ${this.#paint("2", code)}`;
  }

  /** What to do, with the lines that are to be typed as they are. */
  #remedy(fix: string, edits: Diagnostic["edits"] = []): string[] {
    const [remedy = "", ...all] = fix.split("\n");
    const isMarked = this.#options.marksCertain === true && edits.length > 0;
    const sentence = isMarked ? `${remedy} (--fix)` : remedy;
    const isWhole = this.#options.warnings === "all" || all.length <= MOST_TYPED;
    const typed = isWhole ? all : all.slice(0, MOST_TYPED);
    const more = all.length - typed.length;
    return [
      ...this.#wrapped(sentence, 2).map(
        (line, index) => `  ${index === 0 ? this.#paint("36", "→") : " "} ${line}`,
      ),
      ...typed.map((line) => `      ${printable(line)}`.trimEnd()),
      ...(isWhole ? [] : [`    and ${counted(more, "more line")}, which ${SHOW_ALL} shows.`]),
    ];
  }

  #location(found: Diagnostic): string {
    return `${this.#file(found)}:${found.line}:${found.column}`;
  }

  #file({ file }: Diagnostic): string {
    return `${this.#options.prefix ?? ""}${printable(file)}`;
  }

  #wrapped(text: string, indent = 0): string[] {
    return wrap(printable(text), this.#columns - 2 - indent);
  }

  #paint(codes: string, text: string): string {
    return this.#options.colour ? `\u001B[${codes}m${text}\u001B[0m` : text;
  }
}

/** Lines and columns as they are listed, `12:3, 14:1`; of many the first ones. */
function placesOf(diagnostics: readonly Diagnostic[]): string {
  const places = diagnostics.slice(0, MOST_PLACES).map(({ line, column }) => `${line}:${column}`);
  const rest = diagnostics.length - places.length;
  return `${places.join(", ")}${rest > 0 ? ` and ${rest.toLocaleString("en")} others` : ""}`;
}

/** A number with its noun, `1 file` or `1,234 files`. */
function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
