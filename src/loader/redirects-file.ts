import { z } from "astro/zod";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { ContentFile } from "../cache/content-file.ts";
import { LARGEST_REDIRECTS } from "./read-text.ts";
import { readDataFile } from "./read-data-files.ts";
import { date, text } from "./schemas/field-types.ts";

/** `redirects.yaml`: where old addresses lead, those with a parameter too, and what was taken down. */
export function redirectsSchema(timezone: string) {
  return z.strictObject({
    moved: z
      .record(
        z.string(),
        z.string("must be an address, a file or an id").meta({ example: "/2026/03/story/" }),
      )
      .meta({ example: "\n  /2025/old-name/: /2026/03/story/" })
      .default({})
      .describe(
        "Old addresses and where each leads: an address, a file or an id of the publication, or a web address.",
      ),
    queries: z
      .record(z.string(), z.string("must be a path").meta({ example: "/p/" }))
      .meta({ example: "\n  p: /p/" })
      .default({})
      .describe(
        "Parameters that named texts in old addresses, `/?p=12`, and the path that each leads to, below which `moved` has the old addresses: `/p/12/`.",
      ),
    gone: z
      .record(
        z.string(),
        z
          .strictObject({
            date: date(timezone).describe("When it was taken down."),
            note: text.optional().describe("Why, if readers should know."),
          })
          .meta({ example: "{ date: 2026-03-01 }" }),
      )
      .meta({ example: "\n  /2026/03/story/: { date: 2026-03-01 }" })
      .default({})
      .describe("What was taken down, by address, file or id, and when."),
  });
}

/** One entry of `moved`. */
export interface MovedEntry {
  from: string;
  to: string;
  placeOfFrom: SourceLocation;
  placeOfTo: SourceLocation;
}

/** One entry of `queries`. */
export interface QueryEntry {
  name: string;
  to: string;
  placeOfName: SourceLocation;
  placeOfTo: SourceLocation;
}

/** One entry of `gone`. */
export interface TakedownEntry {
  what: string;
  day: string;
  note?: string;
  location: SourceLocation;
}

/** The name of the file, below the content folder. */
export const REDIRECTS_FILE = "redirects.yaml";

/** Reads `redirects.yaml`, which a publication need not have. */
export function readRedirects(
  content: string,
  file: ContentFile | undefined,
  timezone: string,
): {
  moved: MovedEntry[];
  queries: QueryEntry[];
  takedowns: TakedownEntry[];
  diagnostics: Diagnostic[];
} {
  if (file === undefined) return { moved: [], queries: [], takedowns: [], diagnostics: [] };
  const dataFile = readDataFile(content, file.file, redirectsSchema(timezone), {
    longest: LARGEST_REDIRECTS,
  });
  const { value, document, diagnostics } = dataFile;
  if (value === undefined || document === undefined)
    return { moved: [], queries: [], takedowns: [], diagnostics };
  return {
    moved: Object.entries(value.moved).map(([from, to]) => ({
      from,
      to,
      placeOfFrom: document.locationOfKey(["moved", from]),
      placeOfTo: document.locationOf(["moved", from]),
    })),
    queries: Object.entries(value.queries).map(([name, to]) => ({
      name,
      to,
      placeOfName: document.locationOfKey(["queries", name]),
      placeOfTo: document.locationOf(["queries", name]),
    })),
    takedowns: Object.entries(value.gone).map(([what, { date: moment, note }]) => ({
      what,
      day: moment.day,
      ...(note === undefined ? {} : { note }),
      location: document.locationOfKey(["gone", what]),
    })),
    diagnostics,
  };
}
