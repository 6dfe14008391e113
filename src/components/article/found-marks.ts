import { wordsPattern } from "./words-pattern.ts";

/** What `::highlight()` calls the marks. */
const NAME = "found";

/**
 * Marks words, which are parted by blanks, in the article by the CSS Custom Highlight API, which leaves the page's tree
 * as it is; a browser without it shows no marks. Where `goThere` is set, the first one is brought into view, below a
 * heading if one is named. Escape and a button take the marks away.
 */
export function showMarks(words: string, goThere: boolean, below: string | null): void {
  const button = document.querySelector<HTMLElement>(".unmark");
  if (!button) return;
  const ranges = rangesOf(wordsPattern(words));
  const heading = below ? document.getElementById(below) : null;
  if (goThere) {
    const first = ranges.find((range) => isSeen(range) && isBelow(heading, range));
    if (first) bringIntoView(first);
    else heading?.scrollIntoView();
  }
  if (!ranges.length || !("highlights" in CSS)) return;
  CSS.highlights.set(NAME, new Highlight(...ranges));
  button.hidden = false;
  const clear = (): void => {
    CSS.highlights.delete(NAME);
    button.hidden = true;
    history.replaceState(null, "");
  };
  button.addEventListener("click", clear);
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && !button.hidden) clear();
  });
}

/** In what the search knows of an article. */
function rangesOf(pattern: RegExp): Range[] {
  const ranges: Range[] = [];
  for (const part of document.querySelectorAll(".article-head, .article > .prose")) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const { 0: word, index } of text.nodeValue?.matchAll(pattern) ?? []) {
        const range = new Range();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}

/** Not in a part that is closed. */
function isSeen(range: Range): boolean {
  return range.getClientRects().length > 0;
}

function isBelow(heading: Node | null, range: Range): boolean {
  return (
    !heading ||
    (heading.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
  );
}

/** A word that is in view already stays where it is. */
function bringIntoView(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight)
    scrollTo({ top: scrollY + top - innerHeight / 3, behavior: "instant" });
}
