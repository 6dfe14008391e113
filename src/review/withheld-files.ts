import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../domain/article.ts";
import type { Instant } from "../domain/dates.ts";
import { postFile } from "../domain/post.ts";
import { slugify } from "../domain/slug.ts";
import { imageSource } from "../urls/image-source.ts";
import type { ContentStates } from "./content-states.ts";
import { publicFiles } from "./public-files.ts";
import { isPublicAsWritten } from "./written-state.ts";

/** Texts and other files that nothing public may quote, by their paths below the content folder. */
export interface WithheldFiles {
  /** Drafts, scheduled articles, and texts that cannot be seen to be public. */
  texts: ReadonlySet<string>;
  /** The same, and what only they refer to: a section, a story or a picture may tell of what is to come. */
  all: ReadonlySet<string>;
}

/** What is to be withheld of the content folder as it is now. */
export function withheldFiles(
  { now: loaded, before, earlier, changed }: Omit<ContentStates, "publicPart" | "files">,
  { content, now }: { content: string; now: Instant },
): WithheldFiles {
  const { held, publication } = loaded;
  const wasPublic = new Set((before.publication?.articles ?? []).map(({ file }) => file));
  const unknown = held.unknown.filter((file) => {
    // Without a time zone no date is certain.
    if (publication === undefined) return true;
    const text = readFileSync(join(content, file), "utf8");
    const { timezone } = publication.site;
    const had = wasPublic.has(file) ? earlier.changed.get(file) : undefined;
    return !isPublicAsWritten(text, { before: had, now, timezone });
  });
  const texts = new Set([...held.articles.map(({ file }) => file), ...unknown]);
  const isPublic =
    publication === undefined ? (): boolean => false : publicFiles(publication, held);
  const theirs = [
    ...held.articles.flatMap(filesOf),
    // What such a text refers to is not known, but it came with the same change.
    ...(unknown.length > 0 || publication === undefined
      ? [...changed].filter((file) => OF_TEXTS.test(file))
      : []),
  ];
  return { texts, all: new Set([...texts, ...theirs.filter((file) => !isPublic(file))]) };
}

/** Data files that texts refer to, and what lies beside texts. */
const OF_TEXTS = /^(?:authors|categories|stories|tags|posts)\/|^articles\/.*\.(?!mdx?$)[^.]+$/;

/** The files that an article refers to. */
function filesOf({ file, category, authors, story, tags, image, metadata }: Article): string[] {
  const shown = [...metadata.images, ...(metadata.media ?? []), ...(image ? [image] : [])];
  return [
    `categories/${category}.yaml`,
    ...authors.map((slug) => `authors/${slug}.yaml`),
    ...(story === undefined ? [] : [`stories/${story}.yaml`]),
    ...tags.map((tag) => `tags/${slugify(tag)}.yaml`),
    ...(metadata.posts ?? []).map(({ slug }) => postFile(slug)),
    ...shown.flatMap(({ src }) => {
      const source = imageSource(src, file);
      return source.kind === "file" ? [source.file] : [];
    }),
  ];
}
