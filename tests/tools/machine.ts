import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter } from "node:path";

/** How a command ended; `code` is null when it could not be started or was killed. */
export interface Outcome {
  code: number | null;
  output: string;
}

/** What looking for a tool, and installing one, asks of the machine. */
export interface Machine {
  variable(name: string): string | undefined;
  /** The folders of PATH, in order. */
  searchPath: string[];
  isProgram(file: string): boolean;
  run(command: string, args: string[], environment?: Record<string, string>): Promise<Outcome>;
  /** Whether Debian packages can be installed: apt-get is there and this is root. */
  canInstall: boolean;
  isWindows: boolean;
}

/** The machine the tests run on. */
export function thisMachine(): Machine {
  return {
    variable: (name) => process.env[name],
    searchPath: (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== ""),
    isProgram,
    run,
    canInstall:
      process.getuid?.() === 0 &&
      existsSync("/etc/debian_version") &&
      existsSync("/usr/bin/apt-get"),
    isWindows: process.platform === "win32",
  };
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Asynchronous, because an installation takes longer than Vitest waits for a silent worker. */
function run(
  command: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}
