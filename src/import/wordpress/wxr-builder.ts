import type { SaxesTagNS } from "saxes";
import { usualPrefix } from "./wxr-element.ts";
import type { WxrElement } from "./wxr-element.ts";

/** Deepest element that is built, below the channel: `item`, `wp:comment`, `wp:commentmeta`, `wp:meta_key`. */
const DEEPEST = 5;

/** Builds the elements of a channel, one after another, from the events of a parser. */
export class WxrBuilder {
  /** Elements directly in the channel that ended since they were last taken. */
  private finished: WxrElement[] = [];
  /** Names from the root to the current element; undefined for elements of other namespaces. */
  private readonly path: (string | undefined)[] = [];
  private readonly open: WxrElement[] = [];
  /** How many elements of the path are not built. */
  private skipped = 0;
  /** Whether any element of WordPress's own namespace was seen. */
  hasWordPress = false;

  /** How many elements are open. */
  get depth(): number {
    return this.path.length;
  }

  /** What ended since the last call. */
  take(): WxrElement[] {
    const taken = this.finished;
    this.finished = [];
    return taken;
  }

  openTag(tag: SaxesTagNS, line: number): void {
    const prefix = usualPrefix(tag.uri);
    const name = prefix === undefined ? undefined : prefix + tag.local;
    this.path.push(name);
    if (prefix === "wp:") this.hasWordPress = true;
    if (this.path.length < 3) return;
    const isInChannel = this.path[0] === "rss" && this.path[1] === "channel";
    if (!isInChannel || name === undefined || this.skipped > 0 || this.path.length > DEEPEST + 2) {
      this.skipped += 1;
      return;
    }
    const attributes: Record<string, string> = {};
    for (const { name: key, value } of Object.values(tag.attributes)) attributes[key] = value;
    const element = { name, attributes, text: "", children: [], line };
    this.open.at(-1)?.children.push(element);
    this.open.push(element);
  }

  text(text: string): void {
    const element = this.open.at(-1);
    if (element !== undefined && this.skipped === 0) element.text += text;
  }

  closeTag(): void {
    this.path.pop();
    if (this.path.length < 2) return;
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    const element = this.open.pop();
    if (element !== undefined && this.open.length === 0) this.finished.push(element);
  }
}
