import { decoded } from "../../domain/decoded.ts";
import type { ArchiveMenu, LeftOut } from "../archive.ts";
import { plainText } from "../html-text.ts";
import { metaOf, textIn } from "./wxr-element.ts";
import type { WxrElement } from "./wxr-element.ts";

/** What a menu's item may lead to: the name and address of a text, a term or a file. */
export interface MenuTarget {
  label: string;
  href: string;
}

interface MenuItem {
  id: string;
  menu: string;
  label: string;
  type: string;
  object: string;
  objectId: string;
  url: string;
  parent: string;
  order: number;
}

/** Fields of menu items that are read here. */
export const MENU_FIELDS = ["type", "object", "object_id", "url", "menu_item_parent"].map(
  (name) => `_menu_item_${name}`,
);

/** The menus of a site, of their items and the terms that name them. */
export class MenuList {
  readonly leftOut: LeftOut[] = [];
  /** How many terms and items became part of a menu. */
  readonly used = { term: 0, nav_menu_item: 0 };
  private readonly names = new Map<string, { name: string; declared: number }>();
  private readonly items: MenuItem[] = [];

  /** Takes a term of the taxonomy `nav_menu`. */
  declare(slug: string, name: string): void {
    const menu = this.menu(decoded(slug), name);
    menu.declared += 1;
    menu.name = plainText(name) || menu.name;
  }

  /** Takes an item. */
  add(item: WxrElement, id: string): void {
    const meta = metaOf(item);
    const field = (name: string): string => meta.get(`_menu_item_${name}`)?.[0]?.trim() ?? "";
    const label = plainText(textIn(item, "title"));
    const menu = item.children.find(
      ({ name, attributes }) => name === "category" && attributes["domain"] === "nav_menu",
    );
    if (menu === undefined || textIn(item, "wp:status") === "draft") {
      const why = menu === undefined ? "is in no menu" : "is a draft that no menu shows";
      this.leftOut.push({ kind: "nav_menu_item", key: id, title: label, why });
      return;
    }
    const slug = decoded(menu.attributes["nicename"] ?? "") || menu.text.trim();
    this.menu(slug, menu.text);
    this.items.push({
      id: textIn(item, "wp:post_id"),
      menu: slug,
      label,
      type: field("type"),
      object: field("object"),
      objectId: field("object_id"),
      url: field("url"),
      parent: field("menu_item_parent"),
      order: Number(textIn(item, "wp:menu_order")) || 0,
    });
  }

  /** All menus, their items in the order in which they stand, those of a sub-menu behind the one above them. */
  finish(
    target: (type: string, object: string, id: string) => MenuTarget | undefined,
  ): ArchiveMenu[] {
    const menus: ArchiveMenu[] = [];
    const byMenu = Map.groupBy(this.items, ({ menu }) => menu);
    for (const [slug, { name, declared }] of this.names) {
      const items: ArchiveMenu["items"] = [];
      for (const item of inOrder(byMenu.get(slug) ?? [])) {
        const found =
          item.type === "custom" ? undefined : target(item.type, item.object, item.objectId);
        const href = found?.href ?? item.url;
        const label = item.label || (found?.label ?? "");
        if (href !== "" && label !== "") items.push({ label, href });
        else this.leaveOut(item, label);
      }
      this.used.nav_menu_item += items.length;
      if (items.length > 0) {
        menus.push({ name, items });
        this.used.term += Math.min(declared, 1);
      }
      const left = items.length > 0 ? declared - 1 : declared;
      if (left > 0) {
        const why = items.length > 0 ? "is in the archive twice" : "is a menu without items";
        this.leftOut.push({ kind: "term", key: slug, title: name, why, count: left });
      }
    }
    return menus;
  }

  private menu(slug: string, name: string): { name: string; declared: number } {
    const menu = this.names.get(slug) ?? { name: plainText(name) || slug, declared: 0 };
    this.names.set(slug, menu);
    return menu;
  }

  private leaveOut({ id, type, object, objectId }: MenuItem, title: string): void {
    const what = type === "custom" || objectId === "" ? "nothing" : `${object} ${objectId}`;
    const why =
      title === "" && what === "nothing"
        ? "has neither a label nor an address"
        : `leads to ${what}, which is not in the archive`;
    this.leftOut.push({ kind: "nav_menu_item", key: id, title, why });
  }
}

/** Items with those below them behind them; those whose parent is not there, or in a circle, stand at the end. */
function inOrder(items: readonly MenuItem[]): MenuItem[] {
  const sorted = items.toSorted((a, b) => a.order - b.order);
  const ids = new Set(sorted.map(({ id }) => id));
  const below = Map.groupBy(sorted, ({ parent, id }) =>
    ids.has(parent) && parent !== id ? parent : "",
  );
  const done = new Set<MenuItem>();
  const left = (below.get("") ?? []).toReversed();
  for (let item = left.pop(); item !== undefined; item = left.pop()) {
    if (done.has(item)) continue;
    done.add(item);
    left.push(...(below.get(item.id) ?? []).toReversed());
  }
  return [...done, ...sorted.filter((item) => !done.has(item))];
}
