import { readFileSync } from "node:fs";
import { z } from "astro/zod";
import { resolveLinks } from "./output-folder.ts";
import { writeDurably } from "./durable-write.ts";

const moment = z.iso.datetime();

const statusSchema = z.object({
  /** The version of Stet that built. */
  stet: z.string(),
  /** When the last build ended, and how, by the exit code that the command had. */
  at: moment,
  exitCode: z.number(),
  errors: z.number(),
  warnings: z.number(),
  /** Why it failed, where it did for another reason than the content. */
  failure: z.string().optional(),
  /** The last build that published, by its own moment, and when something is due after that. */
  published: z
    .object({
      now: moment,
      nextPublishAt: moment.optional(),
      /** The same by the clock of the publication, and which article it is about. */
      next: z
        .object({ local: z.string(), file: z.string(), title: z.string(), others: z.number() })
        .optional(),
    })
    .optional(),
});

/** How the last build of an output folder went; moments are ISO 8601 in UTC, but for `local`, which has its offset. */
export type BuildStatus = z.infer<typeof statusSchema>;

/** Where that stands: beside the bundle, and never in it. */
export function statusFileOf(out: string): string {
  return `${resolveLinks(out)}.status.json`;
}

/** The status beside an output folder; undefined where there is none, or none that can be read. */
export function readStatus(out: string): BuildStatus | undefined {
  try {
    const read = statusSchema.safeParse(JSON.parse(readFileSync(statusFileOf(out), "utf8")));
    return read.data;
  } catch {
    return undefined;
  }
}

/** Writes the status as a whole. Throws what the disk throws. */
export function writeStatus(out: string, status: BuildStatus): void {
  writeDurably(statusFileOf(out), `${JSON.stringify(status, null, 2)}\n`);
}

/**
 * Whether something that a bundle does not show yet is due at a moment (milliseconds since 1970), or the bundle may show
 * what is not: it was built for a later moment.
 */
export function isDue(status: BuildStatus | undefined, now: number): boolean {
  const published = status?.published;
  if (published === undefined || isFromLater(published, now)) return true;
  return published.nextPublishAt !== undefined && Date.parse(published.nextPublishAt) <= now;
}

/** Whether a build published for a moment that is still to come, by a clock that was ahead or by `STET_NOW`. */
export function isFromLater(published: { now: string }, now: number): boolean {
  return Date.parse(published.now) > now;
}
