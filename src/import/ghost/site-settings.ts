import type { ArchiveMenu, ArchiveSite, LeftOut } from "../archive.ts";
import { plainText } from "../html-text.ts";
import { siteAddress } from "./site-address.ts";
import { jsonValue, rowsOf, textIn } from "./row.ts";
import type { Row } from "./row.ts";

/** Settings by what they become, with the names that they had in older versions. */
const USED: Readonly<Record<string, readonly string[]>> = {
  title: ["title"],
  description: ["description"],
  language: ["locale", "default_locale", "lang", "defaultLang"],
  timezone: ["timezone", "active_timezone", "activeTimezone"],
  permalinks: ["permalinks"],
  primary: ["navigation"],
  footer: ["secondary_navigation"],
};

const KEYS = new Set(Object.values(USED).flat());

/** The settings of a publication, as far as they become something. */
export class SiteSettings {
  readonly leftOut: LeftOut[] = [];
  used = 0;
  readonly #values = new Map<string, string>();

  /** Takes a row of the table. Of a setting that is there twice, the first counts. */
  add(row: Row): void {
    const key = textIn(row, "key");
    if (KEYS.has(key) && !this.#values.has(key)) {
      this.#values.set(key, textIn(row, "value"));
      this.used += 1;
    } else this.leftOut.push({ kind: "settings", key, title: key, why: reason(key) });
  }

  get title(): string {
    return this.#value("title");
  }

  /** The pattern of posts' addresses that versions before 2 kept here; empty for newer ones. */
  get permalinks(): string {
    return this.#value("permalinks");
  }

  site(root: string | undefined): ArchiveSite {
    const [title, description, language, timezone] = [
      "title",
      "description",
      "language",
      "timezone",
    ].map((name) => plainText(this.#value(name)));
    return {
      ...(title ? { title } : {}),
      ...(description ? { description } : {}),
      ...(root === undefined ? {} : { url: root }),
      ...(language ? { language } : {}),
      ...(timezone ? { timezone } : {}),
    };
  }

  menus(root: string | undefined): ArchiveMenu[] {
    return ["primary", "footer"].flatMap((location) => {
      const items = rowsOf(jsonValue(this.#value(location))).flatMap((item) => {
        const [label, url] = [plainText(textIn(item, "label")), textIn(item, "url")];
        return label === "" || url === "" ? [] : [{ label, href: siteAddress(url, root) }];
      });
      return items.length === 0 ? [] : [{ name: location, location, items }];
    });
  }

  #value(name: string): string {
    const keys = USED[name] ?? [];
    return keys.map((key) => this.#values.get(key) ?? "").find((value) => value !== "") ?? "";
  }
}

/** Why a setting becomes nothing. */
function reason(key: string): string {
  if (/^(?:cover_image|cover|icon|logo|accent_color|og_|twitter_|meta_)/.test(key))
    return "is about looks and previews, which `site.yaml` decides anew";
  if (/^(?:ghost_head|ghost_foot|codeinjection_)/.test(key))
    return "is code for every page; what is still wanted of it goes into `head` of `site.yaml`";
  if (
    /members|subscri|stripe|plan|portal|newsletter|email|mail|donation|firstpromoter|tier/.test(key)
  )
    return "is about members or e-mail, which a static publication does not have";
  return "is a setting of Ghost that Stet has no place for";
}
