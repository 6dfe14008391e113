/** The press's own words that readers see, so that no component carries a language. */
export interface Words {
  skip: string;
  sections: string;
  archive: string;
  authors: string;
  tags: string;
  by: string;
  and: string;
  published: string;
  updated: string;
  corrections: string;
  correctedOn: string;
  /** What the page of corrections is for. */
  correctionsText: string;
  noCorrections: string;
  /** Before the headline of the article that a correction belongs to. */
  correctionIn: string;
  related: string;
  story: string;
  /** Above other pieces of the story that a lead belongs to. */
  alsoInStory: string;
  /** Name of a timeline. */
  timeline: string;
  /** What a list gathers, said above its name. */
  subjects: Record<"section" | "author" | "tag" | "month" | "story", string>;
  /** Name of a row of first letters. */
  initials: string;
  /** Months before and after the one shown. */
  older: string;
  newer: string;
  website: string;
  previous: string;
  next: string;
  articles: (count: number) => string;
  empty: string;
  /** Description of a list for search engines. */
  listed: (name: string) => string;
  /** Description of a list of names for search engines. */
  directory: (name: string) => string;
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
  search: SearchPageWords;
  /** Words inside bodies; `{number}` stands for the number of a note. */
  body: { footnotes: string; footnoteBack: string; table: string };
  kinds: Record<string, string>;
}

/** By plural category; `{count}` stands for the number, `{query}` for what was searched for. */
type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

interface SearchPageWords {
  title: string;
  label: string;
  submit: string;
  narrow: string;
  section: string;
  author: string;
  year: string;
  kind: string;
  /** Every value of a facet. */
  all: string;
  /** A kind that has no label of its own. */
  plainKind: string;
  order: string;
  best: string;
  newest: string;
  results: Plural;
  resultsFor: Plural;
  none: string;
  noneFor: string;
  searching: string;
  more: string;
  failed: string;
  /** Where the paper is being written there is no index. */
  notWhileWriting: string;
  retry: string;
  /** Leaves off every choice of facets. */
  everywhere: string;
  inSection: string;
  needsScript: string;
}

const ENGLISH: Words = {
  skip: "Skip to the content",
  sections: "Sections",
  archive: "Archive",
  authors: "Authors",
  tags: "Topics",
  by: "By",
  and: "and",
  published: "Published",
  updated: "Updated",
  corrections: "Corrections",
  correctedOn: "Corrected on",
  correctionsText: "What this publication got wrong and put right, newest first.",
  noCorrections: "No article has been corrected.",
  correctionIn: "In",
  related: "Related",
  story: "The story",
  alsoInStory: "More of this story",
  timeline: "All pieces of the story, newest first",
  subjects: {
    section: "Section",
    author: "Author",
    tag: "Topic",
    month: "Archive",
    story: "Running story",
  },
  initials: "First letters",
  older: "Earlier",
  newer: "Later",
  website: "Website",
  previous: "Previously",
  next: "Next in the story",
  articles: (count) => (count === 1 ? "1 article" : `${count} articles`),
  listed: (name) => `All articles: ${name}.`,
  directory: (name) => `${name}, from A to Z.`,
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
  search: {
    title: "Search",
    label: "Search the archive",
    submit: "Search",
    narrow: "Narrow down",
    section: "Section",
    author: "Author",
    year: "Year",
    kind: "Kind",
    all: "All",
    plainKind: "News",
    order: "Order",
    best: "Best match",
    newest: "Newest first",
    results: { one: "1 article", other: "{count} articles" },
    resultsFor: { one: "1 article for “{query}”", other: "{count} articles for “{query}”" },
    none: "No article fits this choice.",
    noneFor: "No article was found for “{query}”. Try fewer or other words.",
    searching: "Searching …",
    more: "Show more",
    failed: "The search could not be loaded. The connection may be lost.",
    notWhileWriting:
      "There is no search index while the paper is being written. `npm start` makes one and serves it.",
    retry: "Try again",
    everywhere: "Search everything",
    inSection: "Under the heading",
    needsScript: "This search needs JavaScript. Everything is listed here as well:",
  },
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
