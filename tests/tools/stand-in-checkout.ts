import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Lets a copy of the press read by the stand-in: a text may say what becomes of who reads it. */
export function readByStandIn(root: string): void {
  const standIn = readFileSync(join(import.meta.dirname, "stand-in-reading.ts"), "utf8");
  const text = standIn.replaceAll("../../src/loader/", "./");
  writeFileSync(join(root, "src/loader/reading-work.ts"), text);
}
