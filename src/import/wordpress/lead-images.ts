import type { ArchiveText } from "../archive.ts";

/** Takes a lead picture away from a text that is not in the archive, and says so. */
export function checkLeadImage(text: ArchiveText, fileKeys: ReadonlySet<string>): void {
  const key = text.image?.file;
  if (key === undefined || fileKeys.has(key)) return;
  delete text.image;
  const note = `Its lead image, attachment ${key}, is not in the archive.`;
  text.notes = [...(text.notes ?? []), note];
}
