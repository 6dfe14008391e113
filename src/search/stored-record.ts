import type { BodySection } from "../markdown/sections.ts";
import type { ListImage } from "../media/image-target.ts";
import { ENDED_KIND } from "../site/kind-label.ts";
import { plainLine } from "./plain-line.ts";
import type { SearchRecord } from "./search-records.ts";

/** What results show of an article, and what its words are found in again: text as it is written. */
export interface StoredRecord {
  /** Below the host. */
  url: string;
  /** What is shown; only title, description and byline are searched. */
  meta: Record<
    "title" | "description" | "byline" | "category" | "categorySlug" | "kind" | "day" | "date",
    string
  >;
  /** Of its texts, where it is not the publication's. */
  language?: string;
  picture?: ListImage;
  sections: BodySection[];
}

/** What is kept of a record, its texts on one line each; `separator` stands between the names of its authors. */
export function storedRecord(record: SearchRecord, separator = ", "): StoredRecord {
  return {
    url: record.path,
    meta: {
      title: plainLine(record.title),
      description: plainLine(record.description),
      byline: plainLine(record.authors.map(({ name }) => name).join(separator)),
      category: plainLine(record.category.title),
      categorySlug: record.category.slug,
      kind: record.ended === true ? ENDED_KIND : record.kind,
      day: record.day,
      date: record.date,
    },
    ...(record.language === undefined ? {} : { language: record.language }),
    ...(record.image === undefined ? {} : { picture: record.image }),
    sections: record.sections.map(({ heading, text, data }) => ({
      ...(heading === undefined
        ? {}
        : { heading: { text: plainLine(heading.text), id: heading.id } }),
      text: plainLine(text),
      ...(data === undefined ? {} : { data: plainLine(data) }),
    })),
  };
}
