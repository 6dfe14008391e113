import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { DerivativeCache } from "../media/derivative-cache.ts";
import type { Derivative } from "../media/derivative.ts";
import { deriveAll } from "../media/derive.ts";
import type { CardImage, ReviewedArticle } from "./reviewed-articles.ts";

/**
 * Makes the pictures of cards, each once, by the names under which they lie beside the page. Those that are kept outside
 * git and are not here are left out, and so is one that cannot be made.
 */
export async function reviewImages(
  articles: readonly ReviewedArticle[],
  { content, cache }: { content: string; cache: DerivativeCache },
): Promise<Map<string, Buffer>> {
  const forms = new Map<string, Derivative>();
  for (const { front, search, share } of articles)
    for (const image of [front.image, search.image, share.image])
      if (image !== undefined && isHere(image.form, content))
        forms.set(imageName(image), image.form);
  const made = new Map<string, Buffer>();
  const queue = forms.entries();
  const work = async (): Promise<void> => {
    for (const [name, form] of queue) {
      try {
        await deriveAll([form], { content, cache, sideBySide: 1 }, (_, bytes) => {
          made.set(name, bytes);
        });
      } catch {
        // The check says what is wrong with it, and the page that it is missing.
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return made;
}

/** The file of a picture beside the page: a name of a bundle, without what a file system could take for something else. */
export function imageName({ form }: CardImage): string {
  const name = form.path.slice(form.path.lastIndexOf("/") + 1).replace(/[^\p{L}\p{N}.-]/gu, "-");
  return `pictures/${name}`;
}

function isHere({ image }: Derivative, content: string): boolean {
  return (
    image.file.startsWith("press:") ||
    image.drawn !== undefined ||
    existsSync(join(content, image.file))
  );
}
