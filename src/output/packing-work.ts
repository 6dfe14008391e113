// Packs files of a bundle; work of processes that `packing.ts` asks.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { digestOf } from "../cache/file-digest.ts";
import { packedCopy } from "./packed-copy.ts";
import type { CopyOrder, MadeCopy } from "./packing.ts";

/** Writes those copies that are worth it, and gives them. */
export function work(
  orders: readonly CopyOrder[],
  tell: (made: number) => void,
  sign: () => void,
): MadeCopy[] {
  const made: MadeCopy[] = [];
  for (const { from, copies } of orders) {
    const bytes = readFileSync(from);
    for (const { path, encoding, file } of copies) {
      sign();
      const packed = packedCopy(bytes, encoding);
      if (packed === undefined) continue;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, packed);
      made.push({ path, bytes: packed.length, sha256: digestOf(packed) });
    }
    tell(1);
  }
  return made;
}
