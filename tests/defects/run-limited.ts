import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readdirSync, readlinkSync } from "node:fs";
import { sep } from "node:path";

/** How a command ended. */
export interface Ending {
  /** Exit code; undefined where a signal ended it. */
  code: number | undefined;
  /** Whether it was killed because it took too long. */
  isTimeout: boolean;
  output: string;
  seconds: number;
}

/** What a command may do. */
export interface Limits {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** The real path of a folder of its own: every process at work there is killed at the end. */
  folder: string;
  /** Milliseconds after which it is killed, with all that it started. */
  limit: number;
}

const running = new Map<ChildProcess, string>();

/** Runs a Node program until it ends or reaches the limit, then kills every process it started. */
export async function runLimited(args: readonly string[], limits: Limits): Promise<Ending> {
  const { cwd, env, folder, limit } = limits;
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    // A process group of its own, which can be killed as one.
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.set(child, folder);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  let isTimeout = false;
  const timer = setTimeout(() => {
    isTimeout = true;
    killTree(child, folder);
  }, limit);
  try {
    // Not `close`: a grandchild may hold the pipes for as long as it lives.
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", resolve);
    });
    killTree(child, folder);
    const seconds = (performance.now() - started) / 1000;
    return { code: code ?? undefined, isTimeout, output, seconds };
  } finally {
    clearTimeout(timer);
    running.delete(child);
  }
}

/** Kills every command that is running. For use before this process exits. */
export function killRunning(): void {
  for (const [child, folder] of running) killTree(child, folder);
}

function killTree(child: ChildProcess, folder: string): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === "win32") {
    quietly(() => execFileSync("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" }));
    return;
  }
  // A browser leads a group of its own, so the group of the command is not all.
  const started = quietly(() => descendants(pid)) ?? [];
  quietly(() => process.kill(-pid, "SIGKILL"));
  for (const one of [...started, ...atWorkIn(folder)]) quietly(() => process.kill(one, "SIGKILL"));
}

/** Processes at work in a folder, even if their parent has ended. Known on Linux only. */
function atWorkIn(folder: string): number[] {
  const processes = quietly(() => readdirSync("/proc")) ?? [];
  return processes
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const cwd = quietly(() => readlinkSync(`/proc/${name}/cwd`));
      const isIn = cwd !== undefined && `${cwd}${sep}`.startsWith(`${folder}${sep}`);
      return isIn && Number(name) !== process.pid ? [Number(name)] : [];
    });
}

function descendants(pid: number): number[] {
  const list = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const children = new Map<number, number[]>();
  for (const line of list.split("\n")) {
    const [own = NaN, parent = NaN] = line.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), own]);
  }
  const below = (parent: number): number[] =>
    (children.get(parent) ?? []).flatMap((one) => [one, ...below(one)]);
  return below(pid);
}

/** Does what may fail because a process has just ended. */
function quietly<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
