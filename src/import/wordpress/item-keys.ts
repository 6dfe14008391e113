import { textIn } from "./wxr-element.ts";
import type { WxrElement } from "./wxr-element.ts";

/** Gives each item of an export its key: its number, if no other item has that. */
export class ItemKeys {
  private readonly identities = new Map<string, string>();
  private readonly keys = new Set<string>();
  private unnumbered = 0;

  /** The key of an item; undefined where the same item came before. */
  keyOf(item: WxrElement): string | undefined {
    const id = textIn(item, "wp:post_id");
    const about = ["wp:post_type", "guid", "link", "wp:post_name"].map((name) =>
      textIn(item, name),
    );
    // One number may stand in two menus.
    const menus = item.children
      .filter(({ attributes }) => attributes["domain"] === "nav_menu")
      .map(({ attributes }) => attributes["nicename"]);
    const title = id === "" ? [textIn(item, "title")] : [];
    const identity = JSON.stringify([id, ...about, ...menus, ...title]);
    if (this.identities.has(identity)) return undefined;
    if (id === "") this.unnumbered += 1;
    const wanted = id === "" ? `item-${this.unnumbered}` : id;
    let key = wanted;
    for (let number = 2; this.keys.has(key); number += 1) key = `${wanted}-${number}`;
    this.identities.set(identity, key);
    this.keys.add(key);
    return key;
  }
}
