import { printable } from "../report/terminal-text.ts";

/** What the codes of systems mean, and what to do. */
const MEANINGS: Readonly<Record<string, { why: string; fix: string }>> = {
  EACCES: {
    why: "this account has no right to it",
    fix: "Give it the right, or run the command as the owner of that folder.",
  },
  EPERM: {
    why: "the system does not allow it",
    fix: "Look at its owner, its rights and whether it is locked.",
  },
  EROFS: {
    why: "its file system is only for reading",
    fix: "Mount it for writing, or name another folder.",
  },
  ENOSPC: { why: "the disk is full", fix: "Make room, and run the command again." },
  EDQUOT: {
    why: "the quota of this account is used up",
    fix: "Make room, and run the command again.",
  },
  EMFILE: {
    why: "this process has too many files open",
    fix: "Raise the limit (`ulimit -n 4096`), and run the command again.",
  },
  ENFILE: {
    why: "the system has too many files open",
    fix: "End other programs, and run it again.",
  },
  EIO: { why: "the disk reports a fault", fix: "Save what matters, and have the disk checked." },
  EBUSY: { why: "another program uses it", fix: "End that program, and run the command again." },
  ENAMETOOLONG: { why: "its name is too long", fix: "Give it a shorter name." },
  ELOOP: { why: "its symbolic links lead in a circle", fix: "Remove one of them." },
};

/** What the calls do, for people. */
const DONE: Readonly<Record<string, string>> = {
  open: "opened",
  read: "read",
  scandir: "listed",
  stat: "looked at",
  lstat: "looked at",
  mkdir: "made",
  rmdir: "removed",
  rm: "removed",
  unlink: "removed",
  rename: "moved",
  copyfile: "copied",
  access: "written",
  write: "written",
};

/**
 * What is said of an error of the operating system: which file, what could not be done to it, why, and what to do. Undefined
 * for other errors, and for those that only a fault of Stet can bring about.
 */
export function systemFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const {
    code = "",
    syscall = "",
    path,
    dest,
  } = error as NodeJS.ErrnoException & { dest?: string };
  const meaning = MEANINGS[code];
  if (meaning === undefined) return undefined;
  const done = DONE[syscall] ?? "used";
  const file =
    path === undefined
      ? `A file cannot be ${done}`
      : `${printable(path)} cannot be ${done}${dest === undefined ? "" : ` to ${printable(dest)}`}`;
  return `${file}: ${meaning.why} (${code}). ${meaning.fix}`;
}
