import type { Page } from "playwright-core";

/** What scrolls sideways by itself, so that what it holds may be wider than the page. */
const OWN_SCROLLING = "pre, .table, .prose > table, .comment table, .masthead nav";

/** Texts that reach beyond the window or are cut off by what they stand in, each with where it stands. */
export async function textsWithoutRoom(page: Page): Promise<string[]> {
  return page.evaluate((ownScrolling) => {
    const without = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || (node.textContent ?? "").trim() === "") continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest(".visually-hidden, .skip, select, noscript, thead") !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width * height > 0);
      let [left, right, isFree] = [0, document.documentElement.clientWidth, false];
      let [top, bottom] = [-Infinity, Infinity];
      for (let box: Element | null = element; box !== null; box = box.parentElement) {
        if (box.matches(ownScrolling)) isFree = true;
        const { overflowX, webkitLineClamp } = getComputedStyle(box);
        if (box === document.body || overflowX === "visible") continue;
        const { left: from, right: to, top: high, bottom: low } = box.getBoundingClientRect();
        if (!isFree) [left, right] = [Math.max(left, from), Math.min(right, to)];
        // What is shortened to some lines says so.
        if (webkitLineClamp === "none")
          [top, bottom] = [Math.max(top, high), Math.min(bottom, low)];
      }
      const hasRoom = rects.every(
        (rect) =>
          rect.left >= left - 1 &&
          rect.right <= right + 1 &&
          (rect.top + rect.bottom) / 2 >= top &&
          (rect.top + rect.bottom) / 2 <= bottom,
      );
      if (isFree || hasRoom) continue;
      const { tagName, className } = element;
      without.add(`${tagName}.${String(className)}: ${node.textContent?.trim().slice(0, 60)}`);
    }
    return [...without];
  }, OWN_SCROLLING);
}

/** Ordinary words that are parted over two lines. */
export async function partedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parted = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest(".visually-hidden, select, svg") !== null) continue;
      for (const { 0: word, index } of (node.textContent ?? "").matchAll(/\S+/g)) {
        if (!/^\p{L}{2,13}[.,;:!?)”]*$/u.test(word)) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) parted.add(`${element.tagName}.${String(element.className)}: ${word}`);
      }
    }
    return [...parted];
  });
}

/**
 * Sets every text twice as large, as the zoom of text in a browser does, which leaves all other lengths alone, and
 * drawings too.
 */
export async function zoomText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const elements = [...document.querySelectorAll("body, body *")].filter(
      (element) => element instanceof HTMLElement,
    );
    const sizes = elements.map((element) => parseFloat(getComputedStyle(element).fontSize));
    elements.forEach((element, at) => {
      element.style.fontSize = `${2 * (sizes[at] ?? 0)}px`;
    });
  });
}

/** Gives the root the size of letters that a browser has that is set to twice the usual one. */
export async function doubleRootSize(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
}
