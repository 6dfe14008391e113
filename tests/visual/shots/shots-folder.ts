import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contactSheet, isContactSheet } from "./contact-sheet.ts";

/** A folder that holds something else than pictures of pages. The message is one line that says what to do. */
export class FolderInUse extends Error {
  override name = "FolderInUse";
}

/** The page of a folder of shots that shows them all. */
export const SHEET = "index.html";

/**
 * Makes a folder ready for new shots: what an earlier run put there is deleted, and a sheet without pictures marks
 * the folder as one that may be deleted, also if this run is interrupted.
 *
 * @throws FolderInUse where the folder holds files and no such sheet, so that nothing of anybody else is deleted.
 */
export function emptyShotsFolder(folder: string): void {
  const sheet = join(folder, SHEET);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    const isOurs = existsSync(sheet) && isContactSheet(readFileSync(sheet, "utf8"));
    if (!isOurs)
      throw new FolderInUse(
        `${folder} holds files that are no pictures of pages, and would be emptied. Name another folder: --out shots`,
      );
    rmSync(folder, { recursive: true });
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(sheet, contactSheet("Being taken", []));
}
