import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isRunning, ownIdentity } from "./process-identity.ts";

interface Holder {
  pid: number;
  started: string;
  since: string;
  /** tells one taking of the lock from another by the same process */
  token: string;
}

/** Another process has the lock; `since` is an ISO 8601 date. */
export class LockHeld extends Error {
  override name = "LockHeld";
  readonly pid: number;
  readonly since: string;

  /** `what` says what is being done by whom, without a full stop. */
  constructor(file: string, { pid, since }: Pick<Holder, "pid" | "since">, what: string) {
    super(
      `${what} (process ${pid}, since ${since}). ` +
        `Wait until it ends, or end it; its lock is ${file}.`,
    );
    this.pid = pid;
    this.since = since;
  }
}

const ATTEMPTS = 50;
const PAUSE_MS = 10;
/** A lock without text is one being written, where hard links are missing, or one cut by a crash. */
const UNREADABLE_MS = 2000;

/**
 * Takes a lock, or throws LockHeld, which says that somebody does `what`. `file` is absolute, its folder is made;
 * `now` is noted in it.
 * A lock whose process is dead is taken over, and of several takers one wins. Call the function it
 * gives to release the lock, more than once if you like; the end of the process releases it too.
 */
export function acquireLock(file: string, now: Date, what: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const own: Holder = { ...ownIdentity(), since: now.toISOString(), token: randomUUID() };
  take(file, own, what);
  const release = (): void => {
    process.off("exit", release);
    if (readHolder(file)?.token === own.token) rmSync(file, { force: true });
  };
  process.on("exit", release);
  return release;
}

function take(file: string, own: Holder, what: string): void {
  const temporary = `${file}.${own.token}`;
  writeFileSync(temporary, JSON.stringify(own), { flag: "wx" });
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (create(file, temporary, own)) return;
      const holder = findRunningHolder(file);
      if (holder !== undefined) throw new LockHeld(file, holder, what);
      if (takeOver(file, temporary, own, what)) return;
      pause();
    }
  } finally {
    rmSync(temporary, { force: true });
  }
  throw new LockHeld(file, readHolder(file) ?? { pid: 0, since: "a moment ago" }, what);
}

/** Puts the lock in place if there is none, as a whole: nobody ever reads half of it. */
function create(file: string, temporary: string, own: Holder): boolean {
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST") return false;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS") throw error;
  }
  try {
    // The file system has no hard links (exFAT, some network shares).
    writeFileSync(file, JSON.stringify(own), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * Replaces the lock of a dead process. Takers queue at a second lock, and look at the first one
 * again when they have it: else one could replace the lock that another has just taken over.
 */
function takeOver(file: string, temporary: string, own: Holder, what: string): boolean {
  const guard = `${file}.takeover`;
  try {
    take(guard, { ...own, token: randomUUID() }, what);
  } catch (error) {
    if (error instanceof LockHeld) return false;
    throw error;
  }
  try {
    const isGone = statSync(file, { throwIfNoEntry: false }) === undefined;
    if (isGone || findRunningHolder(file) !== undefined) return false;
    renameSync(temporary, file);
    return true;
  } finally {
    unlinkSync(guard);
  }
}

/** Gives the holder of a lock unless it is dead, or its lock is gone or has long been unreadable. */
function findRunningHolder(file: string): Pick<Holder, "pid" | "since"> | undefined {
  const holder = readHolder(file);
  if (holder !== undefined) return isRunning(holder) ? holder : undefined;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || Date.now() - stats.mtimeMs > UNREADABLE_MS) return undefined;
  return { pid: 0, since: stats.mtime.toISOString() };
}

function readHolder(file: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof value !== "object" || value === null) return undefined;
    const { pid, started, since, token } = value as Partial<Record<keyof Holder, unknown>>;
    if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
    if (typeof started !== "string" || typeof since !== "string") return undefined;
    return typeof token === "string" ? { pid, started, since, token } : undefined;
  } catch {
    return undefined;
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
