import type { CommandContext } from "./command-context.ts";

/** The process of a command: what it needs besides workers, which it starts itself. */
export type CommandProcess = Omit<CommandContext, "workers"> & {
  environment: Record<string, string | undefined>;
};
