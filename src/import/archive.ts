/** Systems that an archive can come from. */
export const ARCHIVE_SYSTEMS = ["wordpress", "ghost", "markdown"] as const;
export type ArchiveSystem = (typeof ARCHIVE_SYSTEMS)[number];

/**
 * An archive of another system: everything but the bodies and comments, which may be larger than memory. What refers to
 * something does so by its `key`, which is unique among things of its kind.
 */
export interface Archive {
  site: ArchiveSite;
  authors: ArchiveAuthor[];
  terms: ArchiveTerm[];
  texts: ArchiveText[];
  files: ArchiveFile[];
  menus: ArchiveMenu[];
  /** Addresses that the old system itself led on from. */
  redirects: { from: string; to: string }[];
  /** What is in the archive and becomes nothing: each with its reason. */
  leftOut: LeftOut[];
  /**
   * How many of the things that `count` counts became something, by kind: with what is left out of a kind they are all of
   * it. Absent where the reader does not count so.
   */
  used?: Record<string, number>;
  /** What was noticed of the archive as a whole, a sentence each. */
  notes?: string[];
}

/** What an archive says of its publication, as far as it does. */
export interface ArchiveSite {
  title?: string;
  description?: string;
  /** Absolute address, with a path where it had one. */
  url?: string;
  /** A language tag. */
  language?: string;
  /** An IANA name. */
  timezone?: string;
}

export interface ArchiveAuthor {
  key: string;
  name: string;
  /** As it stood in addresses. */
  slug: string;
  bio?: string;
  url?: string;
  /** Addresses of the author's page. */
  addresses: string[];
}

export interface ArchiveTerm {
  key: string;
  kind: "category" | "tag" | "series";
  name: string;
  slug: string;
  description?: string;
  /** Key of the term above it. */
  parent?: string;
  addresses: string[];
}

/** A post or a page. Texts are plain: no HTML, no entities. */
export interface ArchiveText {
  key: string;
  /** Where it stands: a file, and a line of it where that helps. */
  origin: { file: string; line?: number };
  kind: "article" | "page";
  title: string;
  /** As it stood in addresses; empty where it had none. */
  slug: string;
  /** Whether readers could read it; a text that is dated later is `public` too. */
  state: "public" | "draft";
  /** Why it is a draft, if that is not what the old system called it: `private`, `has a password`. */
  why?: string;
  /** First publication: a day, or an instant with its offset. */
  date?: string;
  /** Last change, likewise. */
  modified?: string;
  /** Keys, the first author first. */
  authors: string[];
  /** Keys, in the order of the archive. */
  terms: string[];
  excerpt?: string;
  /** The lead picture: key of a file, with what the text says of it. */
  image?: { file: string; alt?: string; caption?: string; credit?: string };
  isPinned?: boolean;
  seo?: { title?: string; description?: string };
  /** Addresses at which it was public, the last one first: absolute, or paths below the old site. */
  addresses: string[];
  /** What identified it in the feeds of the old system. */
  feedId?: string;
  language?: string;
  /** The original, where it was published elsewhere first. */
  canonical?: string;
  /** What was noticed of it and an editor may have to look at, a sentence each. */
  notes?: string[];
}

/** A picture, a recording, a document of the archive. */
export interface ArchiveFile {
  key: string;
  /** Addresses by which bodies name it, sizes that the old system made of a picture among them. */
  addresses: string[];
  /** Where its bytes are, absolute; absent where they were not found. */
  source?: string;
  /** Its path in `public/`, or beside the text of that key. */
  target: { public: string } | { besideText: string; name: string };
  alt?: string;
  caption?: string;
  credit?: string;
  /** A longer text that the old system kept with it. */
  description?: string;
  /** Whether it belongs to a text that was not public, so that the old system showed no page of it either. */
  isOfDraft?: true;
  /** As what it is counted, if it is: what was counted and cannot be taken is left out. */
  counted?: string;
}

export interface ArchiveMenu {
  name: string;
  /** What the old system showed it as, such as `primary`. */
  location?: string;
  items: { label: string; href: string }[];
}

/** Something that becomes nothing. */
export interface LeftOut {
  /** As counted: `attachment`, `nav_menu_item`, `revision`. */
  kind: string;
  key: string;
  title: string;
  why: string;
  /** How many things of its kind the entry stands for; one where it says nothing. */
  count?: number;
}

export interface ArchiveComment {
  id: string;
  parent?: string;
  author: string;
  url?: string;
  /** An instant with its offset. */
  date: string;
  /** HTML or Markdown as the body of its text. */
  text: string;
}

/** What is read of a text when it is converted. */
export interface ArchiveBody {
  /** That of its `ArchiveText`. */
  key: string;
  /** As the old system kept it. */
  body: string;
  /** Further values that its converter needs, such as the kind of body. */
  details?: Record<string, string>;
  comments: ArchiveComment[];
}

/** What reads an archive. All methods throw ArchiveError. */
export interface ArchiveReader {
  system: ArchiveSystem;
  /** Reads everything but bodies; `onProgress` is told bytes read of all bytes. */
  read(onProgress: (done: number, all: number) => void): Promise<Archive>;
  /** The bodies, in the order of the archive, one at a time. Called after `read`. */
  bodies(): AsyncIterable<ArchiveBody>;
  /**
   * Counts the things of the raw archive, by kind, with other means than `read`: what the ledger's totals must add up to.
   */
  count(): Promise<Record<string, number>>;
}

/** An archive that cannot be read; each line of the message says where, why and what to do. */
export class ArchiveError extends Error {
  override name = "ArchiveError";
}
