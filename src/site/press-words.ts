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
  body: { footnotes: string; footnoteBack: string; table: string; player: PlayerWords };
  comments: CommentWords;
  kinds: Record<string, string>;
}

/** Of films and recordings; `{title}`, `{length}` and `{host}` stand for what they say. */
export interface PlayerWords {
  play: string;
  /** How long it lasts, written as minutes and as hours. */
  minutes: string;
  hours: string;
  /** Said before a click: where it will be loaded from. */
  loads: string;
  /** Said of a link: where it leads. */
  at: string;
  transcript: string;
}

/** Of what readers answer. */
interface CommentWords {
  title: string;
  count: (count: number) => string;
  /** Before the name of somebody who is answered, where answers stand no deeper. */
  inAnswerTo: string;
  letters: string;
  lettersText: string;
  write: string;
  show: string;
  /** What opening a discussion at another host means. */
  keptElsewhere: string;
  readElsewhere: string;
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
