import { BELOW, FOUND } from "../../search/marked-words.ts";
import type { CachedMarks } from "../../search/marked-words.ts";
// As a worker's it is a file of its own, without the helper for several files that Vite adds to an import.
import marker from "./mark-found.ts?worker&url";

/**
 * Loads what marks words for readers who come from a search, or back to where they came from one. Where it cannot be
 * loaded, they are led to the section that they wanted all the same.
 */
export function markOnArrival(): void {
  const { hash } = location;
  if (!hash.startsWith(`#${FOUND}=`) && !(history.state as CachedMarks | null)?.found) return;
  import(/* @vite-ignore */ marker).catch(() => {
    const below = new URLSearchParams(hash.slice(1)).get(BELOW);
    if (below) location.replace(`#${below}`);
  });
}
