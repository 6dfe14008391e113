import type { Instant } from "../domain/dates.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { FolderView } from "../loader/content-view.ts";
import { loadPublication } from "./load-publication.ts";
import type { Loaded } from "./load-publication.ts";
import type { LoadOptions } from "./load-options.ts";

/** Checks the content folder, or a view of it; at another moment than that of the command, where `now` is given. */
export type CheckContent = (
  view?: FolderView & { folder: string },
  now?: Instant,
) => Promise<CheckedContent>;

/** A content folder after the check. */
export interface CheckedContent extends Loaded {
  /** Why it was not compared with what was published, and how to get that; absent where it was. */
  skipped?: string;
}

/** A check of one content folder and of views of it. */
export function contentCheck(options: LoadOptions): CheckContent {
  return (view, now = options.now) =>
    loadPublication({
      ...options,
      now,
      onlyDiagnostics: true,
      ...(view === undefined ? {} : { content: view.folder, view }),
    });
}

/** What a diagnostic says, and where: the same for two of different checks that nothing lies between. */
function diagnosticKey({ code, severity, file, line, column, message }: Diagnostic): string {
  return JSON.stringify([code, severity, file, line, column, message]);
}

/** Diagnostics that are not among others, of which each accounts for one. */
export function notAmong(
  diagnostics: readonly Diagnostic[],
  others: readonly Diagnostic[],
  keyOf: (diagnostic: Diagnostic) => string = diagnosticKey,
): Diagnostic[] {
  const left = new Map<string, number>();
  for (const other of others) {
    const key = keyOf(other);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return diagnostics.filter((one) => {
    const key = keyOf(one);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}
