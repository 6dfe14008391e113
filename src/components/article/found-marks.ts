import { foundPositions } from "../../search/found-positions.ts";

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
  const ranges = rangesOf(foundPositions(words));
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

/** Elements that part no word, such as the 2 in CO₂. A link does, for the number of a note is one. */
const WITHIN_WORDS =
  "abbr,b,bdi,bdo,cite,code,del,dfn,em,i,ins,mark,q,s,small,span,strong,sub,sup,u";

/** What stands in the text of an article and is not in the search. */
const BESIDE = ".contents,.live-state,.label-end,.updates,.corrections";

/** In what the search knows of an article. */
function rangesOf(places: ReturnType<typeof foundPositions>): Range[] {
  return [...document.querySelectorAll(".article > .prose")]
    .flatMap(textRuns)
    .flatMap((run) =>
      places(run.map(({ data }) => data).join("")).map(([start, end]) => rangeOf(run, start, end)),
    );
}

/** The texts of a part of the page, together where nothing parts the words in them. */
function textRuns(part: Element): Text[][] {
  const runs: Text[][] = [];
  let parent: Element | null = null;
  const nodes = document.createTreeWalker(
    part,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      node instanceof Element && node.matches(BESIDE)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node instanceof Text) {
      const own = node.parentElement?.closest(`:not(${WITHIN_WORDS})`) ?? part;
      if (own === parent) runs.at(-1)?.push(node);
      else runs.push([node]);
      parent = own;
    } else if (node instanceof Element && !node.matches(WITHIN_WORDS)) parent = null;
  }
  return runs;
}

function rangeOf(run: readonly Text[], start: number, end: number): Range {
  const range = new Range();
  let from = 0;
  for (const text of run) {
    const to = from + text.length;
    if (from <= start && start < to) range.setStart(text, start - from);
    if (from < end && end <= to) range.setEnd(text, end - from);
    from = to;
  }
  return range;
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
