import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../domain/finding.ts";

/** How findings are shown. */
export interface ReportOptions {
  /** Absolute path of the content folder, for the code frames. */
  content: string;
  /** Whether the stream takes colours. */
  colour: boolean;
  /** How many findings of one kind of warning are shown in full before the rest is only counted. */
  mostOfAKind?: number;
}

/**
 * The findings as text for people: each with its place, a code frame, the reason and the fix; errors in full,
 * warnings of one kind beyond the first few counted; a total at the end. Empty when there are none.
 */
export function formatFindings(findings: readonly Finding[], options: ReportOptions): string {
  if (findings.length === 0) return "";
  const paint = painter(options.colour);
  const most = options.mostOfAKind ?? 3;
  const shownOfKind = new Map<string, number>();
  const hidden = new Map<string, number>();
  const frames = new FrameSource(options.content);
  const blocks: string[] = [];
  for (const found of findings) {
    const count = (shownOfKind.get(found.code) ?? 0) + 1;
    shownOfKind.set(found.code, count);
    if (found.severity === "warning" && count > most) {
      hidden.set(found.code, (hidden.get(found.code) ?? 0) + 1);
      continue;
    }
    blocks.push(formatFinding(found, frames, paint));
  }
  if (hidden.size > 0) {
    const lines = [...hidden].map(
      ([code, count]) => `  ${count.toLocaleString("en").padStart(6)} more  ${code}`,
    );
    blocks.push(`Not shown (npm run check -- --all shows every one):\n${lines.join("\n")}\n`);
  }
  blocks.push(`${formatTotal(findings)}\n`);
  return blocks.join("\n");
}

/** One line that counts, `2 errors and 14 warnings in 3 files`. */
export function formatTotal(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const files = new Set(findings.map(({ file }) => file)).size;
  const parts = [
    errors > 0 ? counted(errors, "error") : "",
    warnings > 0 ? counted(warnings, "warning") : "",
  ];
  const told = parts.filter((part) => part !== "").join(" and ");
  return told === "" ? "No problems." : `${told} in ${counted(files, "file")}`;
}

/** The findings for machines: an object with `findings` and the two counts. */
export function findingsJson(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return JSON.stringify({ errors, warnings: findings.length - errors, findings }, undefined, 2);
}

function formatFinding(found: Finding, frames: FrameSource, paint: Painter): string {
  const label = found.severity === "error" ? paint("31;1", "error") : paint("33;1", "warning");
  const place = paint("1", `${found.file}:${found.line}:${found.column}`);
  const frame = frames.frame(found, paint);
  return [
    `${place}  ${label}  ${paint("2", found.code)}`,
    `  ${found.message}`,
    ...(frame === undefined ? [] : [frame]),
    `  ${paint("36", "→")} ${found.fix}`,
    "",
  ].join("\n");
}

/** Longest piece of a line that a frame shows, in characters. */
const FRAME_WIDTH = 100;

/** Reads the lines that frames show, each file once. */
class FrameSource {
  readonly #content: string;
  #file = "";
  #lines: string[] = [];

  constructor(content: string) {
    this.#content = content;
  }

  frame(found: Finding, paint: Painter): string | undefined {
    if (found.file !== this.#file) {
      this.#file = found.file;
      this.#lines = this.#read(found.file);
    }
    const line = this.#lines[found.line - 1];
    if (line === undefined || line.trim() === "") return undefined;
    const start = Math.max(0, Math.min(found.column - 1, line.length) - FRAME_WIDTH / 2);
    const shown = line.slice(start, start + FRAME_WIDTH);
    const before = line.slice(start, found.column - 1);
    const length = Math.max(1, Math.min(found.length ?? 1, shown.length - before.length));
    const gutter = String(found.line).padStart(6);
    const cut = start > 0 ? "…" : "";
    const indent = " ".repeat(cut.length) + before.replace(/[^\t]/g, " ");
    return [
      `${paint("2", `${gutter} | `)}${cut}${printable(shown)}${start + FRAME_WIDTH < line.length ? "…" : ""}`,
      `${paint("2", `${" ".repeat(6)} | `)}${indent}${paint("31", "^".repeat(length))}`,
    ].join("\n");
  }

  #read(file: string): string[] {
    try {
      const text = readFileSync(join(this.#content, file), "utf8");
      return text.includes("\0") ? [] : text.replace(/^\uFEFF/, "").split(/\r?\n/);
    } catch {
      return [];
    }
  }
}

/** Control characters could move a terminal's cursor or change its colours. */
function printable(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
    "\uFFFD",
  );
}

type Painter = (codes: string, text: string) => string;

function painter(colour: boolean): Painter {
  return (codes, text) => (colour ? `\u001B[${codes}m${text}\u001B[0m` : text);
}

/** A number with its noun, `1 file` or `1,234 files`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
