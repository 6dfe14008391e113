/** What a publication brings of its own, read from the files that `site.yaml` lists. Plain data. */
export interface OwnParts {
  /** Its style sheet, checked, with addresses as pages have them. */
  css?: string;
}

/** Folders of the content folder that hold nothing but the owner's parts. */
export const PART_FOLDERS = ["components", "slots", "ads"] as const;
