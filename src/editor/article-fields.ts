import { ARTICLE_KINDS } from "../domain/article.ts";
import { relation } from "./relations.ts";
import type { FieldTexts } from "./schema-fields.ts";

/** Keys of an article that have no field, and why. */
export const ARTICLE_KEYS_WITHOUT_FIELD: Readonly<Record<string, string>> = {
  feedId: "an importer writes it, and it never changes",
};

/** The fields of an article, in the order in which it is written. Dates are in the publication's time zone. */
export function articleFields(timezone: string): FieldTexts {
  const date = { widget: "datetime", input_timezone: timezone } as const;
  return {
    // Of a new article; one that has none is known by its address.
    id: { label: "Id", widget: "hidden", default: "{{uuid}}" },
    title: { label: "Headline" },
    description: { label: "Standfirst" },
    category: { label: "Section", ...relation("categories", "title"), hint: "Where it appears." },
    author: {
      label: "By",
      ...relation("authors", "name"),
      multiple: true,
      min: 1,
      hint: "Who wrote it.",
    },
    date: { label: "Date", ...date, default: "{{now}}" },
    draft: { label: "Draft", default: true },
    image: { label: "Lead picture", collapsed: false },
    "image.src": {
      label: "File",
      widget: "image",
      choose_url: false,
      hint: "It is stored next to the article.",
    },
    "image.alt": { label: "Alternative text" },
    "image.caption": { label: "Caption" },
    // The check warns of a picture without one; an author who has it at hand is asked for it.
    "image.credit": { label: "Credit", required: true },
    kind: { label: "Kind", options: [...ARTICLE_KINDS], default: "news", required: true },
    kicker: { label: "Kicker" },
    tags: { label: "Tags" },
    story: {
      label: "Running story",
      ...relation("stories", "title"),
      hint: "The story that it belongs to.",
    },
    updated: {
      label: "Updates",
      label_singular: "Update",
      widget: "list",
      hint: "Changes of substance, with what is new.",
      fields: [
        { name: "date", label: "When", ...date, default: "{{now}}" },
        { name: "note", label: "What is new", widget: "text", required: false },
      ],
    },
    corrections: { label: "Corrections", label_singular: "Correction" },
    "corrections.date": { label: "When", ...date, default: "{{now}}" },
    "corrections.note": { label: "What was wrong and what is right" },
    pin: {
      label: "Pinned",
      widget: "string",
      pattern: [
        String.raw`^(?:true|false|\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d))?)$`,
        "true, or a date such as 2026-03-31",
      ],
      hint: "true keeps it at the top; so does a date, such as 2026-03-31, until then.",
    },
    contents: {
      label: "Table of contents",
      widget: "select",
      options: [
        { label: "In a long article with several headings", value: "" },
        { label: "Always", value: "true" },
        { label: "Never", value: "false" },
      ],
      default: "",
    },
    comments: { label: "Comments", default: true },
    source: {
      label: "Source",
      widget: "object",
      collapsed: true,
      hint: "Who supplied the article.",
      fields: [
        { name: "name", label: "Name", widget: "string" },
        { name: "url", label: "Address", widget: "string", type: "url", required: false },
      ],
    },
    sponsor: { label: "Sponsor" },
    ended: { label: "End of the live blog", ...date },
    language: { label: "Language" },
    canonical: { label: "Original address" },
    aliases: { label: "Old addresses" },
    seo: { label: "For search engines" },
    "seo.title": { label: "Title" },
    "seo.description": { label: "Description" },
  };
}
