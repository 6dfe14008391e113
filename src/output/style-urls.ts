/**
 * The addresses that a style sheet loads, without their quotes and escapes: those of `url()` and of `@import` (CSS
 * Syntax 3, section 4.3; CSS Cascade 5, section 2). What stands in comments and other strings is none. Takes time in
 * proportion to the text, whatever it holds.
 */
export function urlsOfStyles(css: string): string[] {
  const urls: string[] = [];
  const token = /\/\*|["']|(?<![\w-])url\(|@import(?![\w-])/gi;
  let isImport = false;
  for (let found = token.exec(css); found !== null; found = token.exec(css)) {
    const [mark] = found;
    const start = token.lastIndex;
    if (mark === "/*") {
      const end = css.indexOf("*/", start);
      if (end === -1) break;
      token.lastIndex = end + 2;
      continue;
    }
    if (mark === '"' || mark === "'") {
      const end = endOfString(css, mark, start);
      if (isImport) urls.push(unescaped(css.slice(start, end)));
      token.lastIndex = end + 1;
    } else if (/^u/i.test(mark)) {
      const { url, end } = urlAt(css, start);
      urls.push(url);
      token.lastIndex = end;
    }
    // Only the first thing behind `@import` is its address.
    isImport = mark.startsWith("@");
  }
  return urls;
}

function urlAt(css: string, start: number): { url: string; end: number } {
  let at = start;
  while (/\s/.test(css.charAt(at))) at += 1;
  const quote = css.charAt(at);
  if (quote === '"' || quote === "'") {
    const end = endOfString(css, quote, at + 1);
    return { url: unescaped(css.slice(at + 1, end)), end: end + 1 };
  }
  const ending = /\\[^]|\)/g;
  ending.lastIndex = at;
  let found = ending.exec(css);
  while (found !== null && found[0] !== ")") found = ending.exec(css);
  const end = found?.index ?? css.length;
  return { url: unescaped(css.slice(at, end).trim()), end };
}

/** Where a string ends: at its quote, or at the end of a line that it should not have reached. */
function endOfString(css: string, quote: string, start: number): number {
  for (let at = start; at < css.length; at += 1) {
    const sign = css.charAt(at);
    if (sign === quote || sign === "\n") return at;
    if (sign === "\\") at += 1;
  }
  return css.length;
}

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:([\da-f]{1,6})\s?|\r?\n|([^]))/gi, (_, hex?: string, sign?: string) => {
    if (hex === undefined) return sign ?? "";
    const code = parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}
