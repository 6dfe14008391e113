const OPEN = "\uFDD0";
const CLOSE = "\uFDD1";

/** Sets finished HTML aside, so that later steps do not look into it. */
export class Slots {
  private readonly contents: string[] = [];

  /** What stands for a block of HTML until `fill`. */
  block(html: string): string {
    return this.put("b", html);
  }

  /** What stands for HTML within a paragraph. */
  inline(html: string): string {
    return this.put("i", html);
  }

  /** A text with all that was set aside, in its place. */
  fill(text: string): string {
    let filled = "";
    const left = [text];
    for (let part = left.pop(); part !== undefined; part = left.pop()) {
      const start = part.indexOf(OPEN);
      const end = part.indexOf(CLOSE, start);
      if (start < 0 || end < 0) {
        filled += part;
        continue;
      }
      filled += part.slice(0, start);
      left.push(part.slice(end + 1), this.contents[Number(part.slice(start + 2, end))] ?? "");
    }
    return filled;
  }

  private put(kind: "b" | "i", html: string): string {
    this.contents.push(html);
    return `${OPEN}${kind}${this.contents.length - 1}${CLOSE}`;
  }
}

/** Finds what stands for blocks of HTML. */
export const BLOCK_SLOT = /\uFDD0b\d{1,9}\uFDD1/g;

/** A text without the characters that stand for what is set aside. They mean nothing in any text. */
export function withoutSlots(text: string): string {
  return text.replace(/[\uFDD0\uFDD1]/g, "");
}
