import type { ArticleKind } from "../domain/article.ts";
import type { Plural } from "./plural.ts";

/**
 * The messages that readers see, so that no component carries a language. All of it is data: texts, and plurals as maps
 * by category. What stands in braces is a placeholder; a publication may word any of it anew in its `words.yaml`.
 */
export interface Messages {
  skip: string;
  sections: string;
  /** What opens those that have no room in the masthead. */
  more: string;
  archive: string;
  authors: string;
  tags: string;
  by: string;
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
  articles: Plural;
  empty: string;
  /** Description of a list for search engines, `{name}` for what it gathers. */
  listed: string;
  /** Description of a list of names for search engines. */
  directory: string;
  notFound: string;
  notFoundText: string;
  toFront: string;
  moved: string;
  movedText: string;
  gone: string;
  goneOn: string;
  goneText: string;
  feed: string;
  feeds: FeedWords;
  wholeArticle: string;
  source: string;
  search: SearchPageWords;
  body: BodyMessages;
  comments: CommentWords;
  /** Around what a publication adds to its pages. */
  parts: PartMessages;
  /** Where drafts and scheduled articles are shown to those who write them. */
  preview: { draft: string; scheduled: string; notice: string };
  suggestions: SuggestionMessages;
  popular: PopularWords;
  /** Labels of all kinds of articles but plain news. */
  kinds: Record<Exclude<ArticleKind, "news">, string> & Partial<Record<string, string>>;
  /** Of live blogs. */
  live: {
    /** The label of one that is over. */
    ended: string;
    /** Before the moment when it ended. */
    endedOn: string;
    /** How many there are. */
    updates: Plural;
    /** Before the time of the newest. */
    newest: string;
    /** How many have come since the page was loaded. */
    fresh: Plural;
  };
  article: ArticleWords;
}

/** Around what a publication adds to its pages. */
export interface PartMessages {
  /** Above each advertisement. */
  advertisement: string;
  /** Before the field for it. */
  email: string;
  /** On the button that asks for a newsletter. */
  subscribe: string;
}

/** What stands around an article and on the page of its story. */
interface ArticleWords {
  /** Time it takes to read. */
  minutes: Plural;
  contents: string;
  /** What changed after publication, in a list. */
  updates: string;
  /** Under the label of a sponsored piece, with the name of the sponsor and where that is not known. */
  paidFor: string;
  paid: string;
  /** Under the label of an opinion, by the number of its authors. */
  views: Plural;
  /** Under the label of an analysis. */
  reading: string;
  /** A headline where no label can stand beside it. */
  labelled: string;
  /** `{ago}` stands for "3 years ago"; the second of a piece that was kept up. */
  publishedAgo: string;
  updatedAgo: string;
  /** Above what is said of those who wrote an article, by their number. */
  aboutAuthor: Plural;
  share: string;
  /** Opens what the reader's own device has for sharing. */
  shareBy: string;
  shareByMail: string;
  copyAddress: string;
  copied: string;
  /** Before the address of the page where it is printed. */
  address: string;
  storyEnded: string;
  /** The days to remember of a story. */
  storyDates: string;
  /** Above the list of a story's pieces. */
  storyPieces: string;
}

/** Words inside bodies. */
export interface BodyMessages {
  /** Heading above the footnotes. */
  footnotes: string;
  /** Label of the way back from a footnote; `{number}` stands for the number of the note. */
  footnoteBack: string;
  /** Label of a table that scrolls sideways and has no caption. */
  table: string;
  /** Before the date of a correction. */
  correctedOn: string;
  /** After the name of who wrote a post: where and when it stood, or only when. */
  post: { on: string; dated: string };
  chart: {
    /** What opens the table of a chart's figures. */
    figures: string;
    /** Before the name of where the figures come from. */
    source: string;
  };
  blocks: BlockMessages;
  player: PlayerMessages;
  /** Between a label and what it names, `Source: Reuters`. */
  colon: string;
  live: {
    /** Above the list of updates that are marked as such. */
    keyMoments: string;
    /** Before the name of the author of an update. */
    by: string;
  };
}

/** Words of components for authors. */
export interface BlockMessages {
  callouts: Record<"note" | "update" | "warning" | "tip", string>;
  /** Before the name of a document that is quoted. */
  document: string;
  /** `{page}` stands for the number of the page, or pages, of a document. */
  page: string;
  /** Between the parts of a line, such as name and date. */
  separator: string;
  /** Before what somebody says, `{name}` for the name. */
  speaker: string;
}

/** Of films and recordings; `{title}`, `{length}` and `{host}` stand for what they say. */
export interface PlayerMessages {
  /** What it is, said above its title, and in feeds before it. */
  video: string;
  audio: string;
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
  count: Plural;
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

/** Words of the page that lists and explains feeds, and of what is followed. */
interface FeedWords {
  title: string;
  /** What the page is for, in a line. */
  about: string;
  /** On the link to the feed of corrections. */
  ofCorrections: string;
  /** Name of the form that has no texts. */
  headlines: string;
  /** Name of a feed of that form. */
  headlinesOf: string;
  /** Headings with the paragraphs below them: what a feed is, and which format to take. */
  explained: Record<"feed" | "formats", { heading: string; text: string }>;
  /** Heading above the steps. */
  how: string;
  steps: Record<"choose" | "copy" | "paste", string>;
  all: string;
  /** On the link to the file for programs. */
  opml: string;
  opmlText: string;
  subjects: Record<"all" | "section" | "story" | "live" | "author" | "tag" | "corrections", string>;
}

/** Words of what helps on where a search or an address found little, and where it found an article. */
interface SuggestionMessages {
  /** `{query}` stands for a link with what is meant. */
  meant: string;
  /** Above the pages that a wrong address may have meant. */
  nearest: string;
  /** Takes away the marks on what was searched for. */
  unmark: string;
}

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
  /** `{query}` stands for what was searched for. */
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

interface PopularWords {
  title: string;
  /** What the page shows. */
  text: string;
  /** Above the rule. */
  how: string;
  /** The rule, a sentence or two for each of its parts. */
  rule: {
    /** What an article begins with, where `start` says `{points}`. */
    points: Plural;
    start: string;
    /** Where it is known how often articles were read, and where it is not. */
    read: string;
    unread: string;
    age: string;
    editors: string;
    front: string;
  };
  /** Link to the rule and the whole list. */
  whole: string;
  pinned: string;
  links: Plural;
  followUps: Plural;
  reads: Plural;
}
