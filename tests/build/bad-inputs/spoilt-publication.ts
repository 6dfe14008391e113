import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { BadInput, Folders } from "./bad-input.ts";
import { GOOD_PUBLICATION } from "./good-publication.ts";

/** A publication on disk, spoilt as a row says; `remove` takes it away again. */
export async function spoiltPublication(
  row: Pick<BadInput, "files" | "arrange">,
  out: string,
): Promise<Folders & { cache: string; remove: () => void }> {
  const place = mkdtempSync(join(tmpdir(), "stet-bad-"));
  const folders = { content: join(place, "content"), outside: join(place, "outside"), out };
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
    cache: join(place, "cache"),
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}
