import { htmlParts } from "./html-parts.ts";
import type { HtmlPart } from "./html-parts.ts";
import { BLOCK_SLOT } from "../slots.ts";

/** Elements that end a paragraph. */
const BLOCKS = new Set(
  (
    "table thead tfoot caption col colgroup tbody td tr th div dl dd dt ul ol li pre form map area blockquote address " +
    "style script p h1 h2 h3 h4 h5 h6 hr fieldset legend section article aside hgroup header footer nav figure figcaption " +
    "details summary menu main center iframe object video audio noscript textarea svg"
  ).split(" "),
);
/** Elements that are left as they are, with all that is in them. */
const WHOLE = new Set(
  "pre script style textarea svg iframe object video audio noscript".split(" "),
);
const VOID = new Set(["hr", "col", "area"]);
/** Elements that hold other blocks only: blanks in them mean nothing. */
const FRAMES = new Set("table thead tfoot tbody tr colgroup dl ul ol menu map".split(" "));
/** Elements whose text is always in paragraphs. */
const FLOWING = new Set(["", "blockquote"]);
const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

/**
 * HTML of a text as WordPress's classic editor keeps it: blank lines become paragraphs, other line breaks `<br>`. Elements
 * that are blocks, and code, stay as they are; in lists, cells and the like only blank lines make paragraphs.
 */
export function paragraphs(text: string): string {
  const html = text.replace(/\r\n?/g, "\n");
  const writer = new ParagraphWriter();
  let whole: { name: string; start: number; depth: number } | undefined;
  for (const part of splitSlots(html)) {
    const { kind, name, isEnd, start, end } = part;
    const isTag = kind === "tag";
    if (whole !== undefined) {
      if (isTag && name === whole.name) whole.depth += isEnd ? -1 : 1;
      if (whole.depth > 0) continue;
      writer.block(html.slice(whole.start, end));
      whole = undefined;
    } else if (isTag && !isEnd && WHOLE.has(name) && !html.slice(start, end).endsWith("/>"))
      whole = { name, start, depth: 1 };
    else if (part.isSlot) writer.block(html.slice(start, end));
    else if (isTag && BLOCKS.has(name)) writer.tag(name, isEnd, html.slice(start, end));
    else writer.run(html.slice(start, end), kind === "text");
  }
  if (whole !== undefined) writer.block(html.slice(whole.start));
  return writer.end();
}

class ParagraphWriter {
  private readonly open: string[] = [""];
  private written = "";
  /** Words, tags within them, and line breaks since the last block. */
  private pending = "";

  run(html: string, isText: boolean): void {
    // A line break within a tag is none.
    this.pending += isText ? html : html.replace(/\n/g, " ");
  }

  block(html: string): void {
    this.flush();
    this.written += `${html}\n`;
  }

  tag(name: string, isEnd: boolean, html: string): void {
    this.flush();
    this.written += html;
    if (VOID.has(name)) return;
    if (!isEnd) {
      this.open.push(name);
      return;
    }
    this.written += "\n";
    const at = this.open.lastIndexOf(name);
    // Only the nearest ones are looked at: what is never opened must not take long.
    if (at > 0 && at >= this.open.length - 100) this.open.length = at;
  }

  end(): string {
    this.flush();
    return this.written;
  }

  private flush(): void {
    const inside = this.open.at(-1) ?? "";
    const run = this.pending;
    this.pending = "";
    if (run.trim() === "") {
      this.written += run === "" || FRAMES.has(inside) ? "" : " ";
      return;
    }
    const pieces = run.split(/\n[^\S\n]*\n\s*/).map((piece) => piece.trim());
    const lines = pieces.filter((piece) => piece !== "").map(withBreaks);
    if (FRAMES.has(inside)) this.written += run;
    else if (inside === "p") this.written += lines.join("</p>\n<p>");
    else if (HEADINGS.has(inside) || inside === "summary" || inside === "caption")
      this.written += lines.join("<br>\n");
    else if (FLOWING.has(inside) || lines.length > 1)
      this.written += lines.map((line) => `<p>${line}</p>\n`).join("");
    else this.written += lines.join("");
  }
}

/** Line breaks as elements, but for those beside one that is written. */
function withBreaks(piece: string): string {
  return piece
    .split("\n")
    .map((line, at, all) =>
      at === all.length - 1 || /<br\s?\/?>$/i.test(line.trimEnd()) ? line : `${line.trimEnd()}<br>`,
    )
    .join("\n");
}

/** The parts of HTML, with what stands for blocks as parts of their own. */
function splitSlots(html: string): (HtmlPart & { isSlot?: boolean })[] {
  return htmlParts(html).flatMap((part) => {
    if (part.kind !== "text") return [part];
    const text = html.slice(part.start, part.end);
    const pieces: (HtmlPart & { isSlot?: boolean })[] = [];
    let from = 0;
    for (const { 0: slot, index } of text.matchAll(BLOCK_SLOT)) {
      if (index > from) pieces.push({ ...part, start: part.start + from, end: part.start + index });
      from = index + slot.length;
      pieces.push({ ...part, start: part.start + index, end: part.start + from, isSlot: true });
    }
    if (from < text.length) pieces.push({ ...part, start: part.start + from });
    return pieces;
  });
}
