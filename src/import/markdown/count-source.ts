import { opendir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { isSkippedFolder, sourceKind } from "./source-folder.ts";

/** Counts the files of a source folder by kind, by walking it. */
export async function countSource(root: string, from: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const top = await realpath(root);
  const walk = async (folder: string, within: readonly string[]): Promise<void> => {
    for await (const entry of await opendir(folder)) {
      const file = join(folder, entry.name);
      const path = relative(top, file).split(sep).join("/");
      const real = await realpath(file).catch(() => "");
      if (!real.startsWith(top + sep) && real !== top) counts["link"] = (counts["link"] ?? 0) + 1;
      else if ((await stat(real)).isDirectory()) {
        if (isSkippedFolder(path, from)) continue;
        if (within.includes(real)) counts["link"] = (counts["link"] ?? 0) + 1;
        else await walk(file, [...within, real]);
      } else if (!entry.name.startsWith(".")) {
        const kind = sourceKind(path);
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
    }
  };
  await walk(top, [top]);
  return counts;
}
