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

/** The check of a folder after it was fixed, and whether every file could be written. */
interface FixedFolder {
  after: CheckedContent;
  isWhole: boolean;
}

/**
 * Carries out the certain remedies of a check in the content folder and tells which, or prints as a unified diff what that
 * would change; gives the check of the folder afterwards. A file that cannot be written is told of, and keeps no other one.
 */
export async function fixFolder(
  session: CheckSession,
  { isWanted, view }: Pick<Selection, "isWanted" | "view">,
  { before, since, isShown, isPlain, all }: FixCall,
): Promise<FixedFolder> {
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
      // A byte order mark is a part of the first line.
      stdout.write(
        unifiedDiff(`${prefix}${file}`, old.bytes.toString(), bytesWith(old, text).toString()),
      );
    stderr.write(told(fixed, fixed.files, { prefix, all, verb: "Would be fixed" }));
    return { after: fixed.after, isWhole: true };
  }
  const changed: FixedFile[] = [];
  const written: FixedFile[] = [];
  const refused: { file: string; why: string }[] = [];
  for (const one of fixed.files) {
    try {
      const isWritten = writeEdited(one.before, bytesWith(one.before, one.text));
      (isWritten ? written : changed).push(one);
    } catch (error) {
      refused.push({ file: one.file, why: refusal(error) });
    }
  }
  const out = isPlain ? stdout : stderr;
  out.write(told(fixed, written, { prefix, all, verb: "Fixed" }));
  for (const { file } of changed)
    out.write(
      `${printable(prefix + file)} changed meanwhile and was left as it is; run the command again.\n`,
    );
  for (const { file, why } of refused)
    stderr.write(
      `${printable(prefix + file)} could not be written and is as it was: ${printable(why)}\n`,
    );
  // What others did meanwhile counts as well.
  const isUntouched = written.length === 0 && changed.length === 0 && refused.length === 0;
  return { after: isUntouched ? fixed.after : await check(), isWhole: refused.length === 0 };
}

/** What helps where the system refuses to write, by its code. */
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: "Make the file and its folder writable",
  EPERM: "Make the file and its folder writable",
  EROFS: "Make its file system writable",
  ENOSPC: "Make room on the disk",
  EDQUOT: "Make room on the disk",
  ENAMETOOLONG: "Give the file a shorter name",
};

/** Why the system refused to write, and what to do. Throws what is no error of the system. */
function refusal(error: unknown): string {
  if (!(error instanceof Error) || !("syscall" in error)) throw error;
  const reason = error.message.replace(/, \w+(?: '.*)?$/s, "");
  const code = "code" in error ? String(error.code) : "";
  return `${reason}. ${REMEDIES[code] ?? "Mend that"}, then run the command again.`;
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
