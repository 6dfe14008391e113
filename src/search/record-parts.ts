import type { BodySection } from "../markdown/sections.ts";

/** What is searched of an article, as readers see it. */
export interface SearchedText {
  title: string;
  description: string;
  /** The names of its authors. */
  byline: string;
  sections: readonly BodySection[];
}

/** A piece of what is searched. */
export interface RecordPart {
  of: "title" | "description" | "byline" | "heading" | "text";
  text: string;
  /** The section that it belongs to, from 0; absent at the head of the article. */
  section?: number;
}

/** All that is searched of an article, in the order in which its words are counted. */
export function recordParts({ title, description, byline, sections }: SearchedText): RecordPart[] {
  return [
    { of: "title", text: title },
    { of: "description", text: description },
    { of: "byline", text: byline },
    ...sections.flatMap(({ heading, text }, section): RecordPart[] => [
      ...(heading === undefined ? [] : [{ of: "heading" as const, text: heading.text, section }]),
      { of: "text", text, section },
    ]),
  ];
}
