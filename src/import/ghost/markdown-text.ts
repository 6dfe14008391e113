import { markdownToHtml } from "satteri";

/**
 * Markdown as Ghost reads it, as HTML: lines of a paragraph stay apart, a heading needs no blank behind its sign, and
 * `==marked==`, `H~2~O` and `m^2^` are what they look like.
 */
export function markdownHtml(markdown: string): string {
  // Notes of several cards of one text are told apart.
  const footnotes = { clobberPrefix: `user-content-${markdown.length}-` };
  const mended = mendedLines(markdown);
  const { html } = markdownToHtml(mended, { features: { gfm: { footnotes } } });
  return withMarks(html.replace(/<h2 class="sr-only" id="[^"]*">[^<]*<\/h2>/, ""));
}

/** Markdown whose lines say the same to a parser of CommonMark. */
function mendedLines(markdown: string): string {
  let fence = "";
  return markdown
    .split("\n")
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
      if (fence !== "") {
        if (mark.startsWith(fence)) fence = "";
        return line;
      }
      fence = mark;
      return mark === "" ? mendedLine(line) : line;
    })
    .join("\n");
}

function mendedLine(line: string): string {
  const headed = line.replace(/^(#{1,6})(?=[^#\s])/, "$1 ");
  const raised = headed.includes("`")
    ? headed
    : headed
        .replace(/(?<!~)~([^~\s]{1,50})~(?!~)/g, "<sub>$1</sub>")
        .replace(/\^([^^\s[\]]{1,50})\^/g, "<sup>$1</sup>");
  const isText = /^ {0,3}[^\s<|#>]/.test(raised) && !/^ {0,3}(?:[-=*_] ?){3,}$|\|/.test(raised);
  return isText ? `${raised.trimEnd()}  ` : raised;
}

/** HTML with marks in the place of `==` around words, but not in code. */
function withMarks(html: string): string {
  return html
    .split("</code>")
    .map((part) => {
      const code = part.indexOf("<code");
      const end = code === -1 ? part.length : code;
      const text = part.slice(0, end).replace(/==(?=\S)([^=\n<>]{1,300})==/g, "<mark>$1</mark>");
      return text + part.slice(end);
    })
    .join("</code>");
}
