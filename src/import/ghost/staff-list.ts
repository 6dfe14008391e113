import type { ArchiveAuthor, LeftOut } from "../archive.ts";
import { plainText } from "../html-text.ts";
import { isEmail, slugLike, urlOf, withoutEmail } from "../web-address.ts";
import { permalink } from "./permalinks.ts";
import { siteAddress } from "./site-address.ts";
import { textIn } from "./row.ts";
import type { Row } from "./row.ts";

/** What of a user is kept: no address of e-mail, no password. */
interface StaffMember {
  id: string;
  name: string;
  slug: string;
  bio: string;
  url: string;
}

/** The users of an export. Those who wrote something become authors. */
export class StaffList {
  readonly #members = new Map<string, StaffMember>();
  readonly #wrote = new Set<string>();
  readonly #twice: LeftOut[] = [];
  /** Whether a user says more than Stet keeps of authors. */
  #saysMore = false;

  add(row: Row): void {
    const id = textIn(row, "id");
    const name = withoutEmail(plainText(textIn(row, "name")));
    const slug = textIn(row, "slug") || slugLike(isEmail(name) ? "" : name) || `author-${id}`;
    if (this.#members.has(id)) {
      this.#twice.push({ kind: "users", key: id, title: name, why: "is in the archive twice" });
      return;
    }
    const url = urlOf(textIn(row, "website"));
    this.#members.set(id, {
      id,
      name: name || slug,
      slug,
      bio: plainText(textIn(row, "bio")),
      url: url !== undefined && /^https?:$/.test(url.protocol) ? url.href : "",
    });
    this.#saysMore ||= [
      "profile_image",
      "image",
      "cover_image",
      "location",
      "twitter",
      "facebook",
    ].some((column) => textIn(row, column) !== "");
  }

  /** The slug of a user by the number; undefined where there is none. */
  slugOf(id: string): string | undefined {
    return this.#members.get(id)?.slug;
  }

  /** Tells that a user wrote a text. */
  use(id: string): void {
    this.#wrote.add(id);
  }

  get used(): number {
    return [...this.#members.keys()].filter((id) => this.#wrote.has(id)).length;
  }

  /** The authors; `pattern` is that of the addresses of their lists, empty where they had none. */
  authors(pattern: string, root: string | undefined): ArchiveAuthor[] {
    return [...this.#members.values()]
      .filter(({ id }) => this.#wrote.has(id))
      .map(({ id, name, slug, bio, url }) => {
        const path = pattern === "" ? undefined : permalink(pattern, { id, slug }, "UTC");
        return {
          key: id,
          name,
          slug,
          ...(bio === "" ? {} : { bio }),
          ...(url === "" ? {} : { url }),
          addresses: path === undefined ? [] : [siteAddress(path, root)],
        };
      });
  }

  leftOut(): LeftOut[] {
    const silent = [...this.#members.values()].filter(({ id }) => !this.#wrote.has(id));
    return [
      ...this.#twice,
      ...silent.map(({ id, name }) => ({
        kind: "users",
        key: id,
        title: name,
        why: "wrote nothing that is imported",
      })),
    ];
  }

  notes(): string[] {
    return this.#saysMore
      ? [
          "Pictures, places and accounts of authors are not imported; an author's file has a place for links of your choice.",
        ]
      : [];
  }
}
