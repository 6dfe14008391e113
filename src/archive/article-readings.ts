import type { ContentFile } from "./content-file.ts";
import type { FileIndex } from "./index-file.ts";
import type { ArticleReading } from "./read-article.ts";
import { readArticles } from "./read-articles.ts";
import type { ReadOrder } from "./read-articles.ts";

/**
 * What every article says, by its file, in the order of the files: recalled where its file is as it was, or else read
 * and kept in the index. Files that cannot be read are not kept.
 */
export async function articleReadings(
  files: readonly ContentFile[],
  { content, site: { base, timezone, code } }: ReadOrder,
  index: FileIndex<ArticleReading>,
): Promise<Map<string, ArticleReading>> {
  const readings = new Map<string, ArticleReading>();
  const waiting = new Map<string, ContentFile>();
  for (const file of files) {
    const known = index.recall(file);
    if (known === undefined) waiting.set(file.file, file);
    // The place in the order is taken now, whenever the file is read.
    readings.set(file.file, known ?? NOT_YET);
  }
  const order = { content, site: { base, timezone, code } };
  const asked = [...waiting.values()].map((file) => {
    const earlier = index.earlier(file)?.article?.digest;
    return { file: file.file, ...(earlier === undefined ? {} : { earlier }) };
  });
  for (const result of await readArticles(asked, order)) {
    const file = waiting.get(result.file);
    if (file === undefined) continue;
    if ("unreadable" in result) {
      readings.set(result.file, { places: {}, findings: [result.unreadable] });
      continue;
    }
    const reading = "reading" in result ? result.reading : index.earlier(file);
    if (reading === undefined) continue;
    index.keep(file, reading);
    readings.set(result.file, reading);
  }
  return readings;
}

const NOT_YET: ArticleReading = { places: {}, findings: [] };
