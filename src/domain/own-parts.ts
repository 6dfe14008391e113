/** A link that `site.yaml` lists. */
export interface ListedLink {
  label: string;
  /** As it was written. */
  href: string;
}

/** Links of the publication's own around its pages, each list in its order. */
export interface Navigation {
  masthead: ListedLink[];
  footer: ListedLink[];
  /** Accounts of the publication elsewhere. */
  social: ListedLink[];
}

/** The places around texts whose component a publication may replace. */
export const SLOT_NAMES = ["masthead", "footer", "below-article", "front"] as const;

export type SlotName = (typeof SLOT_NAMES)[number];

/** Components of the publication's own. */
export interface OwnSlots {
  /** Their files, below the content folder. */
  files: Readonly<Partial<Record<SlotName, string>>>;
  /** Digest of all that they can be made of: every file of the folder. */
  digest: string;
}

/** Places for advertising. */
export const AD_NAMES = ["front-top", "in-article", "below-article"] as const;

export type AdName = (typeof AD_NAMES)[number];

/** What stands in a place for advertising. */
export interface Ad {
  html: string;
  /** Room that is kept for it, in CSS pixels. */
  width: number;
  height: number;
  /** After how many paragraphs of a text it stands, where it stands in one. */
  after?: number;
}

/** A form by which readers subscribe at another host. */
export interface Newsletter {
  action: string;
  /** Name of the field for the reader's address. */
  field: string;
  /** What is sent besides, by the names of the fields. */
  hidden: Readonly<Record<string, string>>;
  title: string;
  text?: string | undefined;
}

/** What a publication brings of its own, read from the files that `site.yaml` lists. Plain data. */
export interface OwnParts {
  /** Its style sheet, checked, with addresses as pages have them. */
  css?: string;
  navigation?: Navigation;
  /** HTML for the head of every page. */
  head?: string;
  slots?: OwnSlots;
  /** Digest of all that its components for articles can be made of. */
  components?: string;
  ads?: Readonly<Partial<Record<AdName, Ad>>>;
  newsletter?: Newsletter;
}

/** Folders of the content folder that hold nothing but the owner's parts. */
export const PART_FOLDERS = ["components", "slots", "ads"] as const;
