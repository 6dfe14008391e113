import { decoded } from "../../domain/decoded.ts";
import type { ArchiveAuthor, LeftOut } from "../archive.ts";
import { plainText } from "../html-text.ts";
import { textIn } from "./wxr-element.ts";
import type { WxrElement } from "./wxr-element.ts";
import { isEmail, slugLike, withoutEmail } from "../web-address.ts";

/** What is known of an author who is no user of the site. */
export interface GuestAuthor {
  slug: string;
  name: string;
  bio?: string;
  url?: string;
  /** Login of the user that the guest author stands for. */
  user?: string;
}

/** The authors of a site, each once. E-mail addresses are never kept. */
export class AuthorList {
  readonly authors: ArchiveAuthor[] = [];
  readonly leftOut: LeftOut[] = [];
  /** How many `wp:author` became one. */
  used = 0;
  private readonly byLogin = new Map<string, ArchiveAuthor>();
  private readonly bySlug = new Map<string, ArchiveAuthor>();

  /** Takes what `wp:author` says. */
  declare(element: WxrElement): void {
    const login = textIn(element, "wp:author_login");
    const id = textIn(element, "wp:author_id");
    const parts = ["wp:author_first_name", "wp:author_last_name"].map((name) =>
      plainText(textIn(element, name)),
    );
    const shown = plainText(textIn(element, "wp:author_display_name"));
    const name = withoutEmail(shown) || parts.join(" ").trim() || withoutEmail(login);
    if (login === "" && name === "") {
      const why = "has neither a login nor a name";
      this.leftOut.push({ kind: "author", key: id, title: "", why });
      return;
    }
    if (this.byLogin.has(login)) {
      const why = "is in the archive twice";
      this.leftOut.push({ kind: "author", key: id || name, title: name, why });
      return;
    }
    const author = this.add(
      isEmail(login) || login === "" ? slugLike(name) : loginSlug(login),
      name,
    );
    if (id !== "") author.addresses.push(`/?author=${id}`);
    this.byLogin.set(login, author);
    this.used += 1;
  }

  /** The author with a login, declared or not; undefined where it is empty. */
  withLogin(login: string): ArchiveAuthor | undefined {
    if (login === "") return undefined;
    const known = this.byLogin.get(login) ?? this.bySlug.get(loginSlug(login));
    if (known !== undefined) return known;
    const name = withoutEmail(plainText(login));
    const author = this.add(isEmail(login) ? slugLike(name) : loginSlug(login), name);
    this.byLogin.set(login, author);
    return author;
  }

  /** The author whom an item names beside its creator: a user, or a guest author. */
  coAuthor(nicename: string, name: string): ArchiveAuthor | undefined {
    const slug = decoded(nicename).replace(/^cap-/, "") || slugLike(name);
    if (slug === "") return undefined;
    const shown = withoutEmail(plainText(name)) || slug;
    const known = this.bySlug.get(slug) ?? this.byLogin.get(slug);
    // Co-Authors Plus names its terms by logins; the guest author's own item has the name.
    return known ?? this.add(slug, shown);
  }

  /** Takes what the item or term of a guest author says. */
  declareGuest({ slug, name, bio, url, user }: GuestAuthor): ArchiveAuthor {
    const author =
      (user === undefined ? undefined : this.byLogin.get(user)) ??
      this.bySlug.get(slug) ??
      this.add(slug, name);
    if (name !== "") author.name = withoutEmail(name);
    if (bio !== undefined) author.bio = bio;
    if (url !== undefined) author.url = url;
    this.bySlug.set(slug, author);
    return author;
  }

  /** Makes addresses absolute, when all files are read. `root` ends with a slash. */
  finish(root: string): void {
    for (const author of this.authors)
      author.addresses = [
        `${root}author/${encodeURIComponent(author.slug)}/`,
        ...author.addresses.map((address) => root + address.slice(1)),
      ];
  }

  private add(wanted: string, name: string): ArchiveAuthor {
    const slug = this.freeSlug(wanted || "author");
    const author = { key: slug, name: name || slug, slug, addresses: [] };
    this.authors.push(author);
    this.bySlug.set(slug, author);
    return author;
  }

  private freeSlug(wanted: string): string {
    let slug = wanted;
    for (let number = 2; this.bySlug.has(slug); number += 1) slug = `${wanted}-${number}`;
    return slug;
  }
}

/** What WordPress makes of a login for addresses. */
function loginSlug(login: string): string {
  return slugLike(login) || "author";
}

/** A guest author as Co-Authors Plus keeps one, in an item of its own. */
export function guestAuthor(item: WxrElement, meta: Map<string, string[]>): GuestAuthor {
  const value = (key: string): string => plainText(meta.get(`cap-${key}`)?.[0] ?? "");
  const parts = `${value("first_name")} ${value("last_name")}`.trim();
  const slug = decoded(textIn(item, "wp:post_name")).replace(/^cap-/, "");
  return {
    slug: slug || slugLike(value("user_login")) || slugLike(value("display_name")) || "author",
    name: value("display_name") || plainText(textIn(item, "title")) || parts,
    bio: value("description") || undefined,
    url: value("website") || undefined,
    user: value("linked_account") || undefined,
  };
}
