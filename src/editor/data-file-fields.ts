import type { FieldTexts } from "./schema-fields.ts";

/** Keys of data files that have no field, by collection, and why. */
export const DATA_KEYS_WITHOUT_FIELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  categories: {
    accent:
      "a colour takes two forms, and the check tells whether it can be read; it stays as it is",
  },
};

const DAY = { widget: "datetime", type: "date" } as const;

export const PAGE_FIELDS: FieldTexts = {
  title: { label: "Heading" },
  description: { label: "Description" },
};

export const AUTHOR_FIELDS: FieldTexts = {
  name: { label: "Name" },
  is: { label: "Person or desk", default: "person" },
  role: { label: "Position" },
  bio: { label: "Biography" },
  url: { label: "Website" },
};

export const CATEGORY_FIELDS: FieldTexts = {
  title: { label: "Name" },
  description: { label: "Description" },
  order: { label: "Position", default: 1000, value_type: "float" },
};

export const STORY_FIELDS: FieldTexts = {
  title: { label: "Name" },
  description: { label: "Description" },
  summary: { label: "Where it stands" },
  ended: { label: "Ended on", ...DAY },
  dates: { label: "Important days", label_singular: "Day" },
  "dates.day": { label: "Day", ...DAY },
  "dates.what": { label: "What happened" },
};

export const TAG_FIELDS: FieldTexts = {
  name: { label: "Name" },
  description: { label: "Description" },
};

/** The fields of an archived post. Dates are in the publication's time zone. */
export function postFields(timezone: string): FieldTexts {
  return {
    text: { label: "Text" },
    author: { label: "Author" },
    handle: { label: "Account" },
    date: { label: "Date", widget: "datetime", input_timezone: timezone },
    url: { label: "Address" },
    network: { label: "Network" },
    picture: { label: "Picture" },
    "picture.src": { label: "File", widget: "image", choose_url: false },
    "picture.alt": { label: "Alternative text" },
    language: { label: "Language" },
  };
}
