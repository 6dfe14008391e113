import { rule as bodyRule } from "../checks/body/unreadable.ts";
import { rule } from "../checks/path/unreadable.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";

/** The diagnostic about a file or folder that the file system does not hand out, from what it threw. */
export function unreadableDiagnostic(file: string, error: unknown): Diagnostic {
  const at = { file, line: 1, column: 1 };
  // Node gives this sign for bytes that are no character, and finds no file of such a name.
  if (file.includes("\uFFFD")) return rule.at(at, { is: "misnamed" });
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EACCES" || code === "EPERM") return rule.at(at, { is: "forbidden", file });
  const reason = REASONS[code] ?? `the system says ${code === "" ? "no reason" : code}`;
  return rule.at(at, { is: "faulty", reason });
}

/** The diagnostic about a file over which whoever reads it has thrown; `reason` is in its words. */
export function refusedDiagnostic(file: string, reason: string): Diagnostic {
  return bodyRule.at({ file, line: 1, column: 1 }, { is: "refused", reason, isHere: false });
}

const REASONS: Record<string, string> = {
  ENOENT: "it is gone",
  EIO: "the disk reports an error",
  ELOOP: "it is a loop of symbolic links",
  ENAMETOOLONG: "its path is too long",
};
