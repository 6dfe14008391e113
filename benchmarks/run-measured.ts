import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** What a run of a command took. */
export interface Measured {
  /** By the clock. */
  seconds: number;
  /** Of all processes together; undefined where the system does not tell. */
  cpuSeconds?: number;
  /** The most that all processes together held at one time; undefined where the system does not tell. */
  peakBytes?: number;
  /** Undefined where a signal ended it; 0 where it was ended because what was waited for is there. */
  code?: number;
  /** Standard output and standard error, as they came. */
  output: string;
}

/** What to run. */
export interface Command {
  program: string;
  args: readonly string[];
  /** Absolute. */
  folder: string;
  environment: Readonly<Record<string, string | undefined>>;
}

const SAMPLE_MS = 50;
const ASK_MS = 25;
/** How long a process that is asked to end may take for it. */
const END_MS = 10_000;
/** Linux tells times of processes in ticks, of which there are 100 a second on every platform that Node runs on. */
const TICKS_A_SECOND = 100;
const PAGE_BYTES = 4096;

/**
 * Runs a command to its end and tells what it took, with the processes that it started. Memory and processor time
 * come from `/proc`, looked at twenty times a second.
 *
 * With `isThere`, the command is one that would not end by itself: it is asked to when that says yes, and what it
 * took until then is told. Rejects with what `isThere` throws, and where the command cannot be started.
 */
export function runMeasured(
  { program, args, folder, environment }: Command,
  isThere?: () => Promise<boolean>,
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    const cpuOf = new Map<number, number>();
    let peakBytes = 0;
    const sample = (): void => {
      if (child.pid === undefined) return;
      const family = familyOf(child.pid, processes());
      for (const { pid, ticks } of family) cpuOf.set(pid, ticks);
      peakBytes = Math.max(
        peakBytes,
        family.reduce((sum, { bytes }) => sum + bytes, 0),
      );
    };
    const taken = (): Omit<Measured, "code"> => {
      const ticks = [...cpuOf.values()].reduce((sum, one) => sum + one, 0);
      return {
        seconds: (performance.now() - begun) / 1000,
        ...(cpuOf.size === 0 ? {} : { cpuSeconds: ticks / TICKS_A_SECOND, peakBytes }),
        output,
      };
    };
    sample();
    const sampling = setInterval(sample, SAMPLE_MS);
    let isOver = false;
    let reached: Measured | undefined;
    const wait = async (): Promise<void> => {
      while (!isOver && isThere !== undefined) {
        if (await isThere()) {
          sample();
          reached ??= { ...taken(), code: 0 };
          return;
        }
        await delay(ASK_MS);
      }
    };
    const end = (): void => {
      child.kill();
      setTimeout(() => child.kill("SIGKILL"), END_MS).unref();
    };
    if (isThere !== undefined)
      wait().then(end, (error: unknown) => {
        end();
        reject(error);
      });
    child.once("error", (error) => {
      isOver = true;
      clearInterval(sampling);
      reject(error);
    });
    child.once("close", (code) => {
      isOver = true;
      clearInterval(sampling);
      resolve(reached ?? { ...taken(), ...(code === null ? {} : { code }) });
    });
  });
}

interface ProcessStat {
  pid: number;
  parent: number;
  ticks: number;
  bytes: number;
}

/** All processes as `/proc/PID/stat` tells of them (proc(5)); none where there is no `/proc`. */
function processes(): ProcessStat[] {
  const found: ProcessStat[] = [];
  for (const name of namesIn("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = textOf(`/proc/${name}/stat`);
    // The name of the program, in parentheses, may hold anything; the numbers come after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [, parent, , , , , , , , , , user, system] = fields.map(Number);
    const resident = Number(fields[21]);
    if (parent === undefined || user === undefined || system === undefined) continue;
    found.push({ pid: Number(name), parent, ticks: user + system, bytes: resident * PAGE_BYTES });
  }
  return found;
}

function familyOf(pid: number, all: readonly ProcessStat[]): ProcessStat[] {
  const own = all.filter((one) => one.pid === pid);
  return [
    ...own,
    ...all.filter((one) => one.parent === pid).flatMap((one) => familyOf(one.pid, all)),
  ];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A process may have ended since it was listed. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
