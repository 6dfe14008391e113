import { spawnSync } from "node:child_process";

/**
 * The command as it is to be started. `bound`: so that the rights of files bind it, which they do not where
 * the user is root unless that power is laid down first; `undefined` where this machine cannot do so.
 */
export function commandFor(
  command: readonly string[],
  { bound }: { bound: boolean },
): readonly string[] | undefined {
  if (!bound || (process.getuid !== undefined && process.getuid() !== 0)) return command;
  const lay = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"];
  const [program = "", ...args] = lay;
  return spawnSync(program, [...args, "true"]).status === 0 ? [...lay, ...command] : undefined;
}
