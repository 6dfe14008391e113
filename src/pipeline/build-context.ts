import type { Workers } from "../workers/worker.ts";
import type { Progress } from "./progress.ts";

/** What a build needs from outside. */
export interface BuildContext {
  environment: Readonly<Record<string, string | undefined>>;
  /** Node's version. */
  node: string;
  /** Milliseconds since 1970 by the machine's clock. */
  clock: () => number;
  progress: Progress;
  /** Who reads, indexes and prints; the build ends them. */
  workers: Workers;
}
