import { z } from "astro/zod";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ContentFile } from "../cache/content-file.ts";
import { LARGEST_TEXT } from "./read-text.ts";
import { readDataFile } from "./read-data-files.ts";

/** The name of the file, below the content folder. */
export const POPULAR_FILE = "popular.json";

/** The most articles that counts are read of: the first few hundred decide. */
const MOST_COUNTS = 2000;

/** The most pieces that editors put first, so that a list is left below them. */
const MOST_PINS = 5;

const COUNT_RULE = "must be a whole number from 0";

/** `popular.json`: how often articles were read, and which ones editors put first. */
export const popularSchema = z.strictObject({
  counts: z
    .record(
      z.string(),
      z
        .number(COUNT_RULE)
        .refine((count) => Number.isSafeInteger(count) && count >= 0, COUNT_RULE)
        .meta({ example: "120" }),
    )
    .refine(
      (counts) => Object.keys(counts).length <= MOST_COUNTS,
      `must have at most ${MOST_COUNTS.toLocaleString("en")} entries: remove those with the smallest numbers`,
    )
    .default({})
    .describe("How often each article was read, by its address, file or id."),
  pins: z
    .array(z.string("must be an address, a file or an id").meta({ example: "/2026/03/story/" }))
    .max(MOST_PINS)
    .default([])
    .describe("Articles that editors put first, in their order, by address, file or id."),
});

/** An article as `popular.json` names it. */
export interface PopularEntry {
  what: string;
  location: SourceLocation;
}

/** What `popular.json` holds, before anybody looks whether there are such articles. */
export interface PopularEntries {
  counts: (PopularEntry & { count: number })[];
  pins: PopularEntry[];
}

/**
 * Reads `popular.json`, which a publication need not have. It is read as YAML, of which JSON is a part, because that
 * tells where every key and value stands and which keys are given twice.
 */
export function readPopular(
  content: string,
  file: ContentFile | undefined,
): PopularEntries & { diagnostics: Diagnostic[] } {
  if (file === undefined) return { counts: [], pins: [], diagnostics: [] };
  const { value, document, diagnostics } = readDataFile(content, file.file, popularSchema, {
    longest: LARGEST_TEXT,
  });
  if (value === undefined || document === undefined) return { counts: [], pins: [], diagnostics };
  return {
    counts: Object.entries(value.counts).map(([what, count]) => ({
      what,
      count,
      location: document.locationOfKey(["counts", what]),
    })),
    pins: value.pins.map((what, at) => ({ what, location: document.locationOf(["pins", at]) })),
    diagnostics,
  };
}
