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

/** What a publication brings of its own, read from the files that `site.yaml` lists. Plain data. */
export interface OwnParts {
  /** Its style sheet, checked, with addresses as pages have them. */
  css?: string;
  navigation?: Navigation;
}

/** Folders of the content folder that hold nothing but the owner's parts. */
export const PART_FOLDERS = ["components", "slots", "ads"] as const;
