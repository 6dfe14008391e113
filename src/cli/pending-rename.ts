import { hash } from "node:crypto";
import { join } from "node:path";
import { hasUnfinishedChange } from "../editing/change-files.ts";
import type { ChangePlace } from "../editing/change-files.ts";
import { resolveLinks } from "../output/output-folder.ts";
import type { Settings } from "../settings/settings.ts";

/** Where a rename is prepared: in the working folder, since nobody commits it, and apart for each content folder. */
export function renamePlace({ content, work }: Pick<Settings, "content" | "work">): ChangePlace {
  const key = hash("sha256", resolveLinks(content), "hex").slice(0, 16);
  return { content, folder: join(resolveLinks(work), "renames", key) };
}

/** What is said where a rename was begun and not finished; undefined where none was. */
export function pendingRename(settings: Pick<Settings, "content" | "work">): string | undefined {
  return hasUnfinishedChange(renamePlace(settings))
    ? "A rename was interrupted, and the content is half renamed. Finish it: npx --no-install stet rename --finish"
    : undefined;
}
