import { spawn } from "node:child_process";

/** How many files are sent side by side where `RCLONE_TRANSFERS` says nothing: a bundle has many small ones. */
const TRANSFERS = "16";

/** How much of what rclone said is passed on, in lines. */
const LAST_LINES = 5;

/** There is no rclone to run. */
export class RcloneMissing extends Error {
  override name = "RcloneMissing";
}

/** rclone did not do as it was asked; the message ends with the last lines it said. */
export class RcloneFailed extends Error {
  override name = "RcloneFailed";
  /** What it ended with, if it ended by itself. */
  readonly code: number | null;

  constructor(message: string, code: number | null = null) {
    super(message);
    this.code = code;
  }
}

/** Runs rclone with arguments and what it reads from its standard input; gives what it wrote to its standard output. */
export type RunRclone = (args: readonly string[], input: string) => Promise<string>;

/**
 * Runs the rclone of this machine; its settings come from its own file and its `RCLONE_…` variables. Throws
 * RcloneMissing or RcloneFailed.
 */
export function runRclone(args: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn("rclone", ["--ask-password=false", ...args], {
      env: { RCLONE_TRANSFERS: TRANSFERS, ...process.env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    let said = "";
    let written = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      written += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text)
        .split("\n")
        .slice(-LAST_LINES - 1)
        .join("\n");
    });
    // One that ends before it has read everything tells why with its exit code.
    child.stdin.on("error", () => undefined).end(input);
    child.on("error", (error) => {
      const isMissing = "code" in error && error.code === "ENOENT";
      reject(isMissing ? missing() : new RcloneFailed(`rclone cannot be run: ${error.message}`));
    });
    child.on("close", (code) => {
      if (code === 0) return resolve(written);
      const how = code === null ? "was ended by a signal" : `ended with code ${code}`;
      reject(new RcloneFailed(`rclone ${args[0] ?? ""} ${how}.\n${said.trim()}`.trim(), code));
    });
  });
}

function missing(): RcloneMissing {
  return new RcloneMissing(
    "rclone, which transfers the files, is not installed: `apt-get install rclone`, `brew install rclone`, or https://rclone.org/install/.",
  );
}
