import { rawTextIn } from "./wxr-element.ts";
import type { WxrElement } from "./wxr-element.ts";

/** Most of them that one text may use, with those in them. */
const MOST = 100;

/** Reusable blocks, whose content stands where texts name them. */
export class SharedBlocks {
  private readonly bodies = new Map<string, string>();

  add(key: string, item: WxrElement): void {
    this.bodies.set(key, rawTextIn(item, "content:encoded"));
  }

  /** The content of blocks that a body names, by `block:` and their keys, with those that they name in turn. */
  usedBy(body: string): Record<string, string> {
    const found: Record<string, string> = {};
    const left = [body];
    for (let text = left.pop(); text !== undefined; text = left.pop()) {
      for (const key of referencesIn(text)) {
        const content = this.bodies.get(key);
        if (content === undefined || found[`block:${key}`] !== undefined) continue;
        if (Object.keys(found).length === MOST) return found;
        found[`block:${key}`] = content;
        left.push(content);
      }
    }
    return found;
  }
}

function referencesIn(body: string): string[] {
  return [...body.matchAll(/<!-- wp:(?:core\/)?block \{"ref":(\d{1,12})\b/g)].map(
    ([, key = ""]) => key,
  );
}
