import { readFileSync } from "node:fs";

/** A process on this machine; `started` tells it from a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  /** the boot and the moment within it; "" where the system has no /proc */
  started: string;
}

/**
 * Gives the identity of this process.
 */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid)?.started ?? "" };
}

/**
 * Whether a process still runs. A zombie does not, nor one whose number another process has now.
 */
export function isRunning({ pid, started }: ProcessIdentity): boolean {
  if (!answersSignals(pid)) return false;
  const found = startOf(pid);
  if (found === undefined) return true;
  return !found.isZombie && (started === "" || started === found.started);
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, for another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Reads proc(5): field 3 of `stat` is the state, field 22 the start in ticks since the boot. */
function startOf(pid: number): { started: string; isZombie: boolean } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Field 2, the program's name in brackets, may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const state = fields[0] ?? "";
    return { started: `${boot}/${fields[19] ?? ""}`, isZombie: state === "Z" || state === "X" };
  } catch {
    return undefined;
  }
}
