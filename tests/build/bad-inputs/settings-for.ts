import { NOW } from "./good-publication.ts";
import type { SpoiltPublication } from "./spoilt-publication.ts";

/** The settings of a command that works on a publication, and keeps all that it leaves beside that. */
export function settingsFor({
  content,
  out,
  cache,
  work,
}: Pick<SpoiltPublication, "content" | "out" | "cache" | "work">): Record<string, string> {
  return {
    STET_CONTENT: content,
    STET_OUT: out,
    STET_CACHE: cache,
    STET_WORK: work,
    STET_NOW: NOW,
  };
}
