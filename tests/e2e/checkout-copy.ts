import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyCheckoutFiles } from "../build/checkout-commands.ts";

/** A copy of the press and of a small publication, which a test may change. */
export interface CheckoutCopy {
  root: string;
  content: string;
  remove(): void;
}

/** Copies this checkout, without its packages, and the paper in `fixtures/`. */
export function copyCheckout(): CheckoutCopy {
  const root = mkdtempSync(join(tmpdir(), "stet-e2e-"));
  copyCheckoutFiles(root);
  const content = join(root, "content");
  cpSync(join(import.meta.dirname, "fixtures/paper"), content, { recursive: true });
  return {
    root,
    content,
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** A command of the press that serves pages. */
export interface Serving {
  /** The address it printed last, with a closing slash. */
  address(): string;
  /** All it has printed. */
  printed(): string;
  /** Resolves once something is printed that matches, from the start. Rejects when the process ends before. */
  prints(wanted: RegExp): Promise<void>;
  isRunning(): boolean;
  /** Ends it as Ctrl-C does and gives its exit code. */
  end(): Promise<number | null>;
}

/** Where a command serves what it has built. */
export const ADDRESS = /http:\/\/localhost:\d+\S*/g;

/** Starts a command of a copy on any free port and waits until it prints its address. */
export async function serve(
  checkout: CheckoutCopy,
  name: "dev" | "start",
  args: readonly string[] = [`--port=${somePort()}`],
): Promise<Serving> {
  const child = spawn(process.execPath, [join(checkout.root, "bin/stet.cjs"), name, ...args], {
    cwd: checkout.root,
    env: { ...plainEnvironment(), NO_COLOR: "1", STET_NOW: "2026-04-01" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const serving = follow(child);
  await serving.prints(ADDRESS);
  return serving;
}

/** A port to begin at: a command takes the next free one, and tests run beside one another. */
export function somePort(): number {
  return 20_000 + Math.floor(Math.random() * 12_000);
}

/** The variables of the machine without those that say what to build, and those of the tests and of npm. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const own = /^(?:STET_|PRESS_|VITEST|NODE_ENV$|TEST$|DEV$|PROD$|MODE$|BASE_URL$|SSR$|npm_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

/** Reads along with what a command prints. */
export function follow(child: ChildProcess): Serving {
  let printed = "";
  const watchers = new Set<() => void>();
  const changed = (): void => watchers.forEach((watcher) => watcher());
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      changed();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.once("exit", changed);
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    address: () => printed.match(ADDRESS)?.at(-1) ?? "",
    printed: () => printed,
    prints: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (printed.search(wanted) !== -1) resolve();
          else if (!isRunning())
            reject(new Error(`It ended before it printed ${wanted}:\n${printed}`));
          else return;
          watchers.delete(look);
        };
        watchers.add(look);
        look();
      }),
    isRunning,
    end: () => {
      child.kill("SIGINT");
      return ended;
    },
  };
}
