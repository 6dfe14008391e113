import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { BadInput, Folders } from "./bad-input.ts";
import { GOOD_PUBLICATION } from "./good-publication.ts";

/** A publication on disk, with the folders that a command keeps things in; `remove` takes it away again. */
export interface SpoiltPublication extends Folders {
  /** Holds all of the others but `out`. */
  directory: string;
  cache: string;
  work: string;
  remove: () => void;
}

/** Writes a publication, spoilt as a row says, to be printed into `out`. */
export async function spoiltPublication(
  row: Pick<BadInput, "files" | "arrange">,
  out: string,
): Promise<SpoiltPublication> {
  const directory = mkdtempSync(join(tmpdir(), "stet-bad-"));
  const folders = { content: join(directory, "content"), outside: join(directory, "outside"), out };
  mkdirSync(folders.outside);
  for (const [file, content] of Object.entries({ ...GOOD_PUBLICATION, ...row.files })) {
    if (content === null) continue;
    const path = join(folders.content, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  await row.arrange?.(folders);
  return {
    ...folders,
    directory,
    cache: join(directory, "cache"),
    work: join(directory, "work"),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
