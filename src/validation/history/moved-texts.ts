import type { EarlierContent } from "../../domain/earlier-content.ts";
import { earlierTexts } from "./earlier-articles.ts";
import { FoundTexts } from "./found-texts.ts";
import type { PresentContent } from "./present-content.ts";

/** Where a text was that readers could open, and where they can open it now. */
export interface MovedText {
  from: { file: string; path: string };
  to: { file: string; path: string };
}

/** The texts whose file or address is another one now, found again as the rules of history find them. */
export function movedTexts(present: PresentContent, earlier: EarlierContent): MovedText[] {
  const { site, now, written } = present;
  const gone = written?.takedowns.map(({ what }) => what) ?? [];
  const then = earlierTexts(earlier, { site, now, gone });
  const found = new FoundTexts(present, earlier);
  const moved: MovedText[] = [];
  const add = (from: MovedText["from"], to: MovedText["to"]): void => {
    if (from.file !== to.file || from.path !== to.path)
      moved.push({
        from: { file: from.file, path: from.path },
        to: { file: to.file, path: to.path },
      });
  };
  for (const article of then.articles) {
    const is = found.articleOf(article);
    if (is.kind === "found" && found.isPublic(is.located)) add(article, is.located.article);
  }
  for (const page of then.pages) {
    if (found.isOpen(page.path)) continue;
    const is = found.pageOf(page);
    if (is?.kind === "found") add(page, is.page);
  }
  return moved;
}
