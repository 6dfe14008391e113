import type { BodySection } from "../markdown/sections.ts";
import { ENDED_KIND } from "./facets.ts";
import { withSignature } from "./index-form.ts";
import { plainLine } from "./plain-line.ts";
import type { SearchRecord } from "./record-html.ts";

/** What results show of an article, and what its words are found in again: text as it is written. */
export interface StoredRecord {
  /** Below the host. */
  url: string;
  /** What is shown; only title, description and byline are searched. */
  meta: Record<"title" | "description" | "byline" | "category" | "kind" | "day" | "date", string>;
  sections: BodySection[];
}

/** What is kept of a record, its texts on one line each. */
export function storedRecord(record: SearchRecord): StoredRecord {
  return {
    url: record.path,
    meta: {
      title: plainLine(record.title),
      description: plainLine(record.description),
      byline: plainLine(record.authors.map(({ name }) => name).join(", ")),
      category: plainLine(record.category.title),
      kind: record.ended === true ? ENDED_KIND : record.kind,
      day: record.day,
      date: record.date,
    },
    sections: record.sections.map(({ heading, text }) => ({
      ...(heading === undefined
        ? {}
        : { heading: { text: plainLine(heading.text), id: heading.id } }),
      text: plainLine(text),
    })),
  };
}

/**
 * The bytes of a record's file before they are packed. The engine reads it in the place of Pagefind's own, of which it
 * wants to have `content` and `anchors`.
 */
export function storedRecordFile(record: StoredRecord): Uint8Array<ArrayBuffer> {
  const file = JSON.stringify({ ...record, content: "", anchors: [] });
  return withSignature([new TextEncoder().encode(file)]);
}
