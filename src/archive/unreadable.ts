import type { Finding } from "../domain/finding.ts";
import { finding } from "./diagnostics.ts";

/** The finding about a file or folder that the file system does not hand out, from what it threw. */
export function unreadableFinding(file: string, error: unknown): Finding {
  // Node gives this sign for bytes that are no character, and finds no file of such a name.
  const misnamed = file.includes("\uFFFD");
  return finding({
    code: "path/unreadable",
    file,
    line: 1,
    column: 1,
    message: misnamed
      ? "This file cannot be read: its name is not UTF-8."
      : `This cannot be read: ${reasonOf(error)}.`,
    fix: misnamed ? "Rename it." : "Give the build the right to read it.",
  });
}

const REASONS: Record<string, string> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ENOENT: "it is gone",
  EIO: "the disk reports an error",
  ELOOP: "it is a loop of symbolic links",
  ENAMETOOLONG: "its path is too long",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
