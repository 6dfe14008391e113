import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** A publication that did not print; what the press said is in the message. */
export class NotPrinted extends Error {
  override name = "NotPrinted";
}

/**
 * Prints a publication by the press of a checkout, with these settings of its environment.
 *
 * @throws NotPrinted where it has errors, or another build is at work.
 */
export function printPublication(root: string, settings: Record<string, string>): void {
  const run = spawnSync(process.execPath, [join(root, "bin/stet.cjs"), "build"], {
    cwd: root,
    env: { ...process.env, ...settings },
    encoding: "utf8",
  });
  if (run.status !== 0) throw new NotPrinted(`${run.stdout}${run.stderr}`.trim());
}
