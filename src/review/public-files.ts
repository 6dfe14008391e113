import type { Publication } from "../domain/publication.ts";
import { topicsOf } from "../domain/publication.ts";
import { postFile } from "../domain/post.ts";
import type { HeldTexts } from "../pipeline/held-texts.ts";

/** Files at the top of a content folder that hold nothing of a single text. */
const OF_ALL = new Set(["site.yaml", "words.yaml", "media.jsonl"]);

/**
 * The files of which readers see all that a problem of theirs could quote: texts that are public as a whole, the data
 * files that these refer to, and what is shown or offered with them. By their paths below the content folder.
 */
export function publicFiles(
  publication: Publication,
  { inPart }: Pick<HeldTexts, "inPart">,
): (file: string) => boolean {
  const { articles, pages, categories, authors, stories } = publication;
  const files = new Set(OF_ALL);
  for (const { file } of pages) files.add(file);
  for (const { slug } of categories) files.add(`categories/${slug}.yaml`);
  for (const slug of Object.keys(publication.posts)) files.add(postFile(slug));
  for (const article of articles) {
    files.add(article.file);
    for (const slug of article.authors)
      if (Object.hasOwn(authors, slug)) files.add(`authors/${slug}.yaml`);
    const { story } = article;
    if (story !== undefined && Object.hasOwn(stories, story)) files.add(`stories/${story}.yaml`);
    for (const { slug } of topicsOf(article, publication)) files.add(`tags/${slug}.yaml`);
  }
  for (const shown of [publication.images, publication.linked, publication.data])
    for (const file of Object.keys(shown)) files.add(file);
  for (const file of Object.values(publication.files)) files.add(file);
  for (const file of inPart) files.delete(file);
  return (file) => files.has(file);
}
