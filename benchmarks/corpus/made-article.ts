/** A piece of text in a line. */
export type Span =
  | { kind: "text"; text: string }
  | { kind: "strong"; text: string }
  | { kind: "emphasis"; text: string }
  /** `to` is the number of another article of the corpus. */
  | { kind: "link"; text: string; to: number };

/** A part of a body. */
export type Block =
  | { kind: "paragraph"; spans: Span[]; note?: string }
  | { kind: "heading"; text: string }
  | { kind: "quote"; text: string }
  | { kind: "list"; ordered: boolean; items: string[] }
  | { kind: "table"; rows: string[][] }
  | { kind: "key-points"; items: string[] }
  | { kind: "pull-quote"; text: string; by: string }
  | { kind: "aside"; title: string; text: string };

/** An article that was made up, before it is written in the form of a press. */
export interface MadeArticle {
  /** From 0, the oldest first. */
  number: number;
  slug: string;
  /** Address below the base: `/YYYY/MM/slug/`. */
  path: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** In UTC, with seconds. */
  instant: string;
  title: string;
  description: string;
  category: string;
  authors: string[];
  tags: string[];
  kind: "news" | "analysis" | "opinion" | "explainer";
  story?: string;
  /** A file of the pool and what it shows. */
  image?: { file: string; alt: string };
  correction?: { day: string; note: string };
  blocks: Block[];
}

/** Something that articles refer to by its slug. */
export interface Named {
  slug: string;
  name: string;
}

/** A publication that was made up. */
export interface Corpus {
  articles: number;
  categories: Named[];
  authors: Named[];
  stories: Named[];
  /** Names of the files of the pool of pictures. */
  images: string[];
  /** The article of a number, which may lie beyond `articles`: that one is the next. */
  article: (number: number) => MadeArticle;
  /** Address of an article below the base, without making the article. */
  pathOf: (number: number) => string;
}
