import { FOUND } from "../../search/marked-words.ts";
import type { CachedMarks } from "../../search/marked-words.ts";
// As a worker's it is a file of its own, without the helper for several files that Vite adds to an import.
import marker from "./mark-found.ts?worker&url";

/** Loads what marks words for readers who come from a search, or back to where they came from one. */
export function markOnArrival(): void {
  if (location.hash.startsWith(`#${FOUND}=`) || (history.state as CachedMarks | null)?.found)
    void import(/* @vite-ignore */ marker);
}
