import type { Diagnostic } from "../domain/diagnostic.ts";
import { bytesWith, writeEdited } from "../editing/editable-file.ts";
import { fixContent } from "../pipeline/fix-content.ts";
import type { FixedContent, FixedFile } from "../pipeline/fix-content.ts";
import type { CheckedContent } from "../pipeline/check-content.ts";
import { printable } from "../report/terminal-text.ts";
import { unifiedDiff } from "../report/unified-diff.ts";
import type { Selection } from "./check-selection.ts";
import type { CheckSession } from "./check-session.ts";
import { formatCount } from "./outcome.ts";

/** How remedies are carried out. */
interface FixCall {
  /** The check whose diagnostics are mended, and when it began, in milliseconds since 1970. */
  before: CheckedContent;
  since: number;
  /** Prints what would change, and writes nothing. */
  isShown: boolean;
  /** Whether the standard output is for people. */
  isPlain: boolean;
  /** Lists every problem that was mended. */
  all: boolean;
}

/** Most problems that are listed one by one. */
const MOST_LISTED = 50;

/**
 * Carries out the certain remedies of a check in the content folder and tells which, or prints as a unified diff what that
 * would change; gives the check of the folder afterwards.
 */
export async function fixFolder(
  session: CheckSession,
  { isWanted, view }: Pick<Selection, "isWanted" | "view">,
  { before, since, isShown, isPlain, all }: FixCall,
): Promise<CheckedContent> {
  const { content, parent, check, context } = session;
  const { prefix = "" } = session.page(view);
  const fixed = await fixContent(content, before, {
    check,
    parent,
    since,
    wanted: ({ file }) => isWanted(file),
  });
  const { stdout, stderr } = context;
  if (isShown) {
    for (const { file, before: old, text } of fixed.files)
      stdout.write(unifiedDiff(`${prefix}${file}`, old.text, text));
    stderr.write(told(fixed, fixed.files, { prefix, all, verb: "Would be fixed" }));
    return fixed.after;
  }
  const changed: FixedFile[] = [];
  const written: FixedFile[] = [];
  for (const one of fixed.files) {
    const isWritten = writeEdited(one.before, bytesWith(one.before, one.text));
    (isWritten ? written : changed).push(one);
  }
  const out = isPlain ? stdout : stderr;
  out.write(told(fixed, written, { prefix, all, verb: "Fixed" }));
  for (const { file } of changed)
    out.write(
      `${printable(prefix + file)} changed meanwhile and was left as it is; run the command again.\n`,
    );
  // What others did meanwhile counts as well.
  return written.length === 0 && changed.length === 0 ? fixed.after : check();
}

/** What was mended, place by place, and what was not although it has an edit. */
function told(
  { mended, left }: FixedContent,
  written: readonly FixedFile[],
  { prefix, all, verb }: { prefix: string; all: boolean; verb: string },
): string {
  const names = new Set(written.map(({ file }) => file));
  const done = mended.filter(({ file, edits = [] }) =>
    edits.some((edit) => names.has(edit.file ?? file)),
  );
  const head =
    done.length === 0
      ? "Nothing to fix.\n"
      : `${verb}: ${formatCount(done.length)} ${done.length === 1 ? "problem" : "problems"} in ${formatCount(names.size)} ${names.size === 1 ? "file" : "files"}.\n`;
  const kept =
    left.length === 0
      ? ""
      : `Left as ${left.length === 1 ? "it is" : "they are"}, since the remedy would bring another error or does not fit the file:\n${listed(left, prefix, all)}`;
  return `${head}${listed(done, prefix, all)}${kept}${done.length + left.length > 0 ? "\n" : ""}`;
}

function listed(diagnostics: readonly Diagnostic[], prefix: string, all: boolean): string {
  const shown = all ? diagnostics : diagnostics.slice(0, MOST_LISTED);
  const rest = diagnostics.length - shown.length;
  return [
    ...shown.map(({ file, line, code }) => `  ${printable(prefix + file)}:${line}  ${code}\n`),
    ...(rest === 0 ? [] : [`  and ${formatCount(rest)} more; --all lists every one\n`]),
  ].join("");
}
