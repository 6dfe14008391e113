import type { ContentFile } from "../cache/content-file.ts";

/** The files of a content folder by what they are for, each list in the order of its paths. */
export interface ContentFiles {
  site?: ContentFile;
  redirects?: ContentFile;
  popular?: ContentFile;
  words?: ContentFile;
  /** The list of media files outside git. */
  media?: ContentFile;
  articles: ContentFile[];
  pages: ContentFile[];
  authors: ContentFile[];
  categories: ContentFile[];
  stories: ContentFile[];
  tags: ContentFile[];
  /** What is kept of readers' comments. */
  comments: ContentFile[];
  posts: ContentFile[];
  /** Everything else that texts and `site.yaml` may refer to: pictures and figures beside them. By composed path. */
  assets: Map<string, ContentFile>;
  /** Files below `public/`, copied as they are. By composed path below the content folder. */
  publicFiles: Map<string, ContentFile>;
  /** Composed paths of symbolic links, which are refused wherever they lie. */
  symbolicLinks: Set<string>;
}
