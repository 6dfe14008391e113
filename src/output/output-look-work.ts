// Looks at an output folder; work of a process that `output-look.ts` asks.
import { lookAtOutput } from "./output-state.ts";
import type { OutputLook } from "./output-state.ts";
import type { LookOptions } from "./output-look.ts";

/** What a look has found. */
export function work({ cache, out }: LookOptions): OutputLook {
  return lookAtOutput(cache, out);
}
