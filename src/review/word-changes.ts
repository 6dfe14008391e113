import type { Article, StandingPage } from "../domain/article.ts";
import type { Publication } from "../domain/publication.ts";

/** How many words a text has; undefined where it was or is not public. */
export interface WordChange {
  /** Path of its file now, or before where there is none now; below the content folder. */
  file: string;
  before: number | undefined;
  after: number | undefined;
}

/** How the words of public texts have changed. */
export interface WordChanges {
  texts: WordChange[];
  /** Of the whole publication. */
  total: { before: number; after: number };
}

type Texts = Pick<Publication, "articles" | "pages">;

/** Counts the words of changed texts before and after, and those of the whole. `changed` has the files that differ. */
export function wordChanges(
  before: Texts,
  after: Texts,
  changed: ReadonlySet<string>,
): WordChanges {
  const earlier = new Map(textsOf(before).map((text) => [keyOf(text), text]));
  const digests = new Set(textsOf(after).map(({ digest }) => digest));
  const digestsBefore = new Set(textsOf(before).map(({ digest }) => digest));
  const texts: WordChange[] = [];
  for (const text of textsOf(after)) {
    const was = earlier.get(keyOf(text));
    earlier.delete(keyOf(text));
    // One that has only moved has the same words.
    if (digestsBefore.has(text.digest) || !changed.has(text.file)) continue;
    texts.push({ file: text.file, before: was?.metadata.words, after: text.metadata.words });
  }
  for (const text of earlier.values())
    if (changed.has(text.file) && !digests.has(text.digest))
      texts.push({ file: text.file, before: text.metadata.words, after: undefined });
  return { texts, total: { before: wordsOf(before), after: wordsOf(after) } };
}

/** The identity of an article follows it when it moves. */
function keyOf(text: Article | StandingPage): string {
  return "id" in text ? text.id : text.path;
}

function textsOf({ articles, pages }: Texts): (Article | StandingPage)[] {
  return [...articles, ...pages];
}

function wordsOf(texts: Texts): number {
  return textsOf(texts).reduce((sum, { metadata }) => sum + metadata.words, 0);
}
