import type { LeftOut } from "../archive.ts";
import { CREDIT_FIELDS, FILE_FIELDS } from "./attachment-file.ts";
import type { ItemUse } from "./item-types.ts";
import { MENU_FIELDS } from "./menu-list.ts";
import { SEO_FIELDS } from "./seo-fields.ts";

/** Fields that texts are made of. */
const TEXT_FIELDS = [
  ...SEO_FIELDS,
  "_thumbnail_id",
  "_wp_old_slug",
  "_wp_old_date",
  "_yoast_wpseo_primary_category",
  "rank_math_primary_category",
  "_links_to",
  "footnotes",
  "enclosure",
];

const GUEST_FIELDS = [
  "display_name",
  "first_name",
  "last_name",
  "user_login",
  "website",
  "description",
  "linked_account",
].map((name) => `cap-${name}`);

const READ: Readonly<Record<ItemUse, ReadonlySet<string>>> = {
  article: new Set(TEXT_FIELDS),
  page: new Set(TEXT_FIELDS),
  attachment: new Set([...FILE_FIELDS, ...CREDIT_FIELDS]),
  "menu-item": new Set(MENU_FIELDS),
  "guest-author": new Set(GUEST_FIELDS),
};

const BOOKKEEPING = "is bookkeeping of WordPress or a plugin";
const PERSONAL = "may hold an e-mail address";

/** Families of fields, by their names, and why they are left out. */
const FAMILIES: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^_edit_(?:last|lock)$/, BOOKKEEPING],
  [/^_(?:pingme|encloseme|publicize_|wpas_|jetpack_|oembed_time_)/, BOOKKEEPING],
  [/^_wp_(?:trash_|desired_post_slug|attachment_|page_template|suggested)/, BOOKKEEPING],
  [/^_menu_item_/, "only says how a menu looked"],
  [/email/i, PERSONAL],
  [/^_?(?:yoast_wpseo|rank_math|aioseop?|seopress|genesis)_/, "is a setting of an SEO plugin"],
  [/^_elementor_/, "is the layout of a visual editor; its text is in the body"],
];

/** Tells of every meta field of an export whether it was read, by its name. */
export class MetaList {
  used = 0;
  private readonly left = new Map<string, { count: number; why: string }>();

  /** Takes the fields of an item that becomes something. */
  add(use: ItemUse, meta: ReadonlyMap<string, string[]>): void {
    for (const [key, { length }] of meta) {
      // Kept answers of other sites show what a text embeds.
      const isAnswer = /^_oembed_[\da-f]{32}$/.test(key) && (use === "article" || use === "page");
      if (READ[use].has(key) || isAnswer) this.used += length;
      else this.leave(key, reasonOf(key), length);
    }
  }

  /** Takes the fields of an item that becomes nothing. */
  leaveAll(meta: ReadonlyMap<string, string[]>): void {
    let count = 0;
    for (const { length } of meta.values()) count += length;
    if (count > 0) this.leave("*", "belongs to what is left out", count);
  }

  leftOut(): LeftOut[] {
    return [...this.left].map(([key, { count, why }]) => {
      const title = key === "*" ? "fields of what is left out" : key;
      return { kind: "postmeta", key, title, why, count };
    });
  }

  private leave(key: string, why: string, count: number): void {
    // Names with a part that differs each time are listed once.
    const name = key.replace(/[\da-f]{32}$/, "…").replace(/\d{3,}/g, "…");
    const known = this.left.get(name);
    if (known === undefined) this.left.set(name, { count, why });
    else known.count += count;
  }
}

function reasonOf(key: string): string {
  return (
    FAMILIES.find(([pattern]) => pattern.test(key))?.[1] ??
    "is a field that only the old site's theme or plugins use"
  );
}
