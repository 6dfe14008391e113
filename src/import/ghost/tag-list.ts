import type { ArchiveTerm, LeftOut } from "../archive.ts";
import { plainText } from "../html-text.ts";
import { slugLike } from "../web-address.ts";
import { permalink } from "./permalinks.ts";
import { siteAddress } from "./site-address.ts";
import { textIn } from "./row.ts";
import type { Row } from "./row.ts";

interface Tag {
  id: string;
  name: string;
  slug: string;
  description: string;
  isInternal: boolean;
}

/** The tags of an export. Internal ones, which readers never saw, become nothing. */
export class TagList {
  readonly leftOut: LeftOut[] = [];
  readonly #tags = new Map<string, Tag>();

  add(row: Row): void {
    const id = textIn(row, "id");
    const name = plainText(textIn(row, "name"));
    const leave = (why: string): void => {
      this.leftOut.push({ kind: "tags", key: id, title: name, why });
    };
    if (this.#tags.has(id)) {
      leave("is in the archive twice");
      return;
    }
    const isInternal = textIn(row, "visibility") === "internal" || name.startsWith("#");
    if (isInternal) leave("is internal: it was for editors and themes, and no reader saw it");
    const slug = textIn(row, "slug") || slugLike(name) || id;
    const description = plainText(textIn(row, "description"));
    this.#tags.set(id, { id, name: name || slug, slug, description, isInternal });
  }

  /** A tag by its number; undefined where there is none. */
  withId(id: string): Readonly<Tag> | undefined {
    return this.#tags.get(id);
  }

  get used(): number {
    return [...this.#tags.values()].filter(({ isInternal }) => !isInternal).length;
  }

  /** The public tags; `pattern` is that of the addresses of their lists, empty where they had none. */
  terms(pattern: string, root: string | undefined): ArchiveTerm[] {
    return [...this.#tags.values()]
      .filter(({ isInternal }) => !isInternal)
      .map(({ id, name, slug, description }) => {
        const path = pattern === "" ? undefined : permalink(pattern, { id, slug }, "UTC");
        return {
          key: id,
          kind: "tag",
          name,
          slug,
          ...(description === "" ? {} : { description }),
          addresses: path === undefined ? [] : [siteAddress(path, root)],
        };
      });
  }
}
