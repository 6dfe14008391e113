/** The press's own words that readers see, so that no component carries a language. */
export interface Words {
  skip: string;
  sections: string;
  newest: string;
  archive: string;
  authors: string;
  tags: string;
  by: string;
  and: string;
  published: string;
  updated: string;
  corrections: string;
  correctedOn: string;
  related: string;
  story: string;
  previous: string;
  next: string;
  articles: (count: number) => string;
  empty: string;
  notFound: string;
  notFoundText: string;
  toFront: string;
  moved: string;
  movedText: string;
  gone: string;
  goneOn: string;
  goneText: string;
  feed: string;
  wholeArticle: string;
  source: string;
  photo: string;
  /** Words inside bodies; `{number}` stands for the number of a note. */
  body: { footnotes: string; footnoteBack: string; table: string };
  kinds: Record<string, string>;
}

const ENGLISH: Words = {
  skip: "Skip to the article",
  sections: "Sections",
  newest: "Newest",
  archive: "Archive",
  authors: "Authors",
  tags: "Topics",
  by: "By",
  and: "and",
  published: "Published",
  updated: "Updated",
  corrections: "Corrections",
  correctedOn: "Corrected on",
  related: "Related",
  story: "The story",
  previous: "Previously",
  next: "Next in the story",
  articles: (count) => (count === 1 ? "1 article" : `${count} articles`),
  empty: "Nothing has been published here yet.",
  notFound: "Page not found",
  notFoundText: "There is no page at this address. It may have moved, or the link may be wrong.",
  toFront: "Go to the front page",
  moved: "This page has moved",
  movedText: "Go to where it is now",
  gone: "This page was taken down",
  goneOn: "Taken down on",
  goneText: "What stood here is no longer published.",
  feed: "RSS feed",
  wholeArticle: "Read the whole article",
  source: "Source",
  photo: "Photo",
  body: { footnotes: "Notes", footnoteBack: "Back to the text, note {number}", table: "Table" },
  kinds: {
    analysis: "Analysis",
    opinion: "Opinion",
    review: "Review",
    interview: "Interview",
    explainer: "Explainer",
    live: "Live",
    sponsored: "Sponsored",
  },
};

const BY_LANGUAGE: Record<string, Words> = { en: ENGLISH };

/** The words for a language tag: those of its primary language, English where there are none. */
export function wordsFor(language: string): Words {
  return BY_LANGUAGE[language.toLowerCase().split("-")[0] ?? ""] ?? ENGLISH;
}
