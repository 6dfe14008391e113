import type { ArchiveText } from "../archive.ts";
import { sourceKind } from "./source-folder.ts";

/** How many things of each kind became something. */
export function usedOf(
  texts: readonly ArchiveText[],
  files: readonly { key: string }[],
): Record<string, number> {
  const used: Record<string, number> = {};
  for (const { key } of [...texts, ...files]) {
    const kind = sourceKind(key);
    used[kind] = (used[kind] ?? 0) + 1;
  }
  return used;
}
