/** Is told, in one sentence, of a kept file that is damaged or cannot be used, and of what is done instead. */
export type OnDamage = (sentence: string) => void;

/** Whether the system says no more than that a file is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Whether the file system has refused something: a folder that is not to be written, a disk that is full. */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

/** What the system says of a failure, in one line: `EISDIR: illegal operation on a directory, read`. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? "";
}
