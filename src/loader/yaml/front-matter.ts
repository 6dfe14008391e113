import { rule as missingRule } from "../../checks/front-matter/missing.ts";
import type { NoFrontMatter } from "../../checks/front-matter/missing.ts";
import { rule as unterminatedRule } from "../../checks/front-matter/unterminated.ts";
import type { Diagnostic } from "../../domain/diagnostic.ts";
import type { SourceEdit } from "../../domain/source-edit.ts";
import { yamlText } from "../../domain/yaml-text.ts";

/**
 * The YAML between the two `---` lines at the top of an article, and the line on which it begins.
 * The first line must be `---` (a byte order mark may precede it).
 */
export function splitFrontMatter(
  text: string,
  file: string,
): { yaml?: string; firstLine: number; diagnostics: Diagnostic[]; isAbsent?: true } {
  const at = { file, line: 1, column: 1 };
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (opening === null) {
    const fault = insteadOf(text.replace(/^\uFEFF/, ""));
    return fault === undefined
      ? { firstLine: 1, diagnostics: [], isAbsent: true }
      : {
          firstLine: 1,
          diagnostics: [{ ...missingRule.at(at, fault), ...beginningEdit(fault, text) }],
        };
  }
  const rest = text.slice(opening[0].length);
  const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(rest);
  if (closing === null) {
    const details = endOf(rest.split(/\r?\n/));
    const { meant } = details;
    const edit = meant && wholeLine(meant.line, meant.written, "---");
    return {
      firstLine: 2,
      diagnostics: [
        {
          ...unterminatedRule.at({ ...at, length: 3 }, details),
          ...(edit === undefined ? {} : { edits: [edit] }),
        },
      ],
    };
  }
  return { yaml: rest.slice(0, closing.index), firstLine: 2, diagnostics: [] };
}

/** What was meant as `---`: hyphens and dashes, as word processors make them of hyphens, or other rules. */
const RULE = /^[ \t]*(?:[-\u2010-\u2015\u2212]{1,8}|\*{3,}|={3,}|_{3,}|\.{3}|```(?:ya?ml)?)[ \t]*$/;

/** A key with a value. */
const KEY = /^[\p{L}_][\p{L}\p{N}_-]*[ \t]*:(?:[ \t]|$)/u;

/** What stands at the beginning of a text and was meant as front matter. */
function insteadOf(text: string): NoFrontMatter | undefined {
  const lines = text.split(/\r?\n/);
  const [first = ""] = lines;
  if (/^\+\+\+[ \t]*$/.test(first)) return { is: "toml", line: lineOf(lines[1], "=") };
  if (/^\{/.test(first)) {
    const json = /^\{\s*(".*)$/.exec(first)?.[1] ?? lines[1];
    return { is: "json", line: lineOf(json?.trim().replace(/^"([^"]+)"/, "$1"), ":") };
  }
  const fence = lines.findIndex((line) => /^[ \t]*---[ \t]*$/.test(line));
  const isFollowed = KEY.test(lines[fence + 1] ?? "");
  if (fence > 0 && isFollowed && !lines.slice(0, fence).some((line) => KEY.test(line)))
    return { is: "late", line: fence + 1 };
  if (RULE.test(first) && KEY.test(lines[1] ?? "")) return { is: "misspelt", written: first };
  if (KEY.test(first) && (fence > 0 || KEY.test(lines[1] ?? "")))
    return { is: "unfenced", written: first };
  return undefined;
}

/** The edit that makes a file begin with front matter, where it is all there but for its first line. */
function beginningEdit(fault: NoFrontMatter, text: string): { edits?: SourceEdit[] } {
  if (fault.is === "misspelt") return { edits: [wholeLine(1, fault.written, "---")] };
  const start = { line: 1, column: 1 };
  const lines = text.split(/\r?\n/);
  if (fault.is === "late" && lines.slice(0, fault.line - 1).every((line) => line.trim() === ""))
    return { edits: [{ start, end: { line: fault.line, column: 1 }, text: "" }] };
  const isEnded = fault.is === "unfenced" && lines.some((line) => /^---[ \t]*$/.test(line));
  return isEnded ? { edits: [{ start, end: start, text: "---\n" }] } : {};
}

function wholeLine(line: number, written: string, text: string): SourceEdit {
  return { start: { line, column: 1 }, end: { line, column: written.length + 1 }, text };
}

/** A key and its value from a line of another format, as YAML has it. */
function lineOf(line = "", sign: string): string | undefined {
  const at = line.indexOf(sign);
  const key = line.slice(0, at).trim();
  const value = /^"([^"]*)"|^'([^']*)'/.exec(line.slice(at + 1).trim());
  if (at < 0 || value === null || !/^[\w-]+$/.test(key)) return undefined;
  return `${key}: ${yamlText(value[1] ?? value[2] ?? "")}`;
}

/** Where front matter was meant to end; `lines` are those below its beginning. */
function endOf(lines: readonly string[]): {
  meant?: { line: number; written: string };
  lastKey: number;
} {
  const meant = lines.findIndex((line) => RULE.test(line));
  const empty = lines.findIndex((line) => line.trim() === "");
  const head = lines.slice(0, empty < 0 ? undefined : empty);
  const lastKey = head.findLastIndex((line) => KEY.test(line) || /^\s/.test(line)) + 2;
  const [written = ""] = lines.slice(meant);
  const isBelow = meant >= 0 && (meant < head.length || KEY.test(lines[meant - 1] ?? ""));
  return isBelow ? { meant: { line: meant + 2, written }, lastKey } : { lastKey };
}
