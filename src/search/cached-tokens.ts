import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { indexOf, indexPath } from "../cache/index-file.ts";
import type { IndexedFolders } from "../cache/index-file.ts";
import { WORD_WEIGHTS } from "./indexed-record.ts";
import { engineVersion, indexLanguage } from "./pagefind/service.ts";
import type { CachedTokens } from "./token-book.ts";

/** Of what is kept of tokens. */
const FORM = 1;

/** The folder of the cache that has a folder for each period. */
const FOLDER = "search";

/**
 * What is known of the tokens of a period from the build before, so that one article more or another one asks Pagefind
 * for new tokens only. It holds for one version of Pagefind and one language.
 */
export function cachedTokens(
  period: string,
  language: string,
  folders: Omit<IndexedFolders, "codeVersion">,
): CachedTokens {
  return indexOf(
    `${FOLDER}/${period}`,
    { ...folders, codeVersion: `pagefind ${engineVersion()}` },
    indexLanguage(language),
    WORD_WEIGHTS.join(),
    String(FORM),
  );
}

/** Deletes what is kept of the tokens of periods that are no more. What cannot be deleted stays where it is. */
export function forgetOtherPeriods(
  periods: ReadonlySet<string>,
  folders: Pick<IndexedFolders, "content" | "cache">,
): void {
  const folder = join(folders.cache, FOLDER);
  if (!existsSync(folder)) return;
  try {
    for (const period of readdirSync(folder)) {
      const path = indexPath(`${FOLDER}/${period}`, folders);
      if (periods.has(period) || !existsSync(path)) continue;
      rmSync(path);
      if (readdirSync(dirname(path)).length === 0) rmdirSync(dirname(path));
    }
  } catch {
    // It takes a little room, and harms nothing.
  }
}
