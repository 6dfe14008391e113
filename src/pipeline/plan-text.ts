import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { digestOf } from "../cache/file-digest.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { PlannedFile } from "../output/publish-plan.ts";

/**
 * Plans a file of the bundle whose text is known: one that holds it already stays, any other is written into the staging
 * folder. `path` is a bundle path.
 */
export function planText(
  path: string,
  text: string,
  staging: string,
  intact: ReadonlyMap<string, OutputRecord>,
): PlannedFile {
  const key = digestOf(text);
  const record = intact.get(path);
  if (record?.key === key) return { from: "kept", record };
  const file = join(staging, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return { from: "staged", file, key };
}
