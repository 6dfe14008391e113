import type { Roots } from "../settings/settings.ts";
import type { Workers } from "../workers/worker.ts";
import type { ProgressStream } from "../pipeline/progress.ts";

/** A stream that a command writes to, as `process.stdout` is one. */
export type CommandStream = ProgressStream & { isTTY?: boolean };

/** What a command needs of the process that runs it. */
export interface CommandContext extends Roots {
  environment: Readonly<Record<string, string | undefined>>;
  /** Node's version. */
  node: string;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Milliseconds from any moment that stays. */
  timer: () => number;
  stdout: CommandStream;
  stderr: CommandStream;
  /** Who reads the content, and does what else takes long; the command ends them. */
  workers: Workers;
}
