import { decoded } from "../../domain/decoded.ts";
import type { ArchiveTerm, LeftOut } from "../archive.ts";
import { plainText } from "../html-text.ts";
import { metaOf, rawTextIn, textIn } from "./wxr-element.ts";
import type { WxrElement } from "./wxr-element.ts";
import { slugLike } from "../web-address.ts";

export type TermKind = ArchiveTerm["kind"];

/** What a taxonomy of WordPress becomes. */
const KINDS: Readonly<Record<string, TermKind>> = {
  category: "category",
  post_tag: "tag",
  // As exports of version 1.0 have it.
  tag: "tag",
  series: "series",
  serie: "series",
  story: "series",
  stories: "series",
};

/** Taxonomies whose terms are read elsewhere, or need not be. */
const OTHERS: Readonly<Record<string, string>> = {
  author: "names an author",
  post_format: "is a format of posts, which the posts' own notes name",
  language: "is a language, which the texts have",
  wp_theme: "belongs to the old theme",
  wp_template_part_area: "belongs to the old theme",
  wp_pattern_category: "sorts patterns of the old editor",
  link_category: "sorts links of the old blogroll",
  post_translations: "ties translations together, which Stet does not do",
  term_language: "is a language of terms",
  term_translations: "ties translations of terms together, which Stet does not do",
};

/** A term as an export declares it. */
export interface DeclaredTerm {
  /** Kind of element, as counted. */
  counted: "category" | "tag" | "term";
  taxonomy: string;
  id: string;
  slug: string;
  name: string;
  parent: string;
  description: string;
  meta: Map<string, string[]>;
}

/** The categories, tags and series of a site, each once. */
export class TermList {
  readonly terms: ArchiveTerm[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly used: Record<string, number> = {};
  private readonly byKey = new Map<string, ArchiveTerm>();
  private readonly byId = new Map<string, ArchiveTerm>();
  private readonly parents: [term: ArchiveTerm, parent: string][] = [];
  private readonly others = new Map<string, Map<string, number>>();
  private readonly taxonomies: Readonly<Record<string, TermKind>>;

  /** `taxonomies` says what further ones become. */
  constructor(taxonomies: Readonly<Record<string, TermKind>> = {}) {
    this.taxonomies = { ...KINDS, ...taxonomies };
  }

  /** Takes what `wp:category`, `wp:tag` or `wp:term` say. */
  declare(term: DeclaredTerm): void {
    const kind = this.kindOf(term.taxonomy);
    if (kind === undefined) {
      this.leaveOut(term.taxonomy, term.counted);
      return;
    }
    const slug = decoded(term.slug) || slugLike(term.name);
    const known = this.byKey.get(`${kind}:${slug}`);
    if (known !== undefined) {
      this.byId.set(`${term.taxonomy}:${term.id}`, known);
      const why = "is in the archive twice";
      this.leftOut.push({ kind: term.counted, key: term.id || slug, title: term.name, why });
      return;
    }
    const added = this.add(kind, slug, plainText(term.name));
    this.used[term.counted] = (this.used[term.counted] ?? 0) + 1;
    const description = plainText(term.description);
    if (description !== "") added.description = description;
    if (term.id !== "") {
      this.byId.set(`${term.taxonomy}:${term.id}`, added);
      if (kind === "category") added.addresses.push(`/?cat=${term.id}`);
    }
    if (term.parent !== "") this.parents.push([added, decoded(term.parent)]);
  }

  /** The term that an item names, declared or not; undefined for taxonomies that become nothing. */
  named(taxonomy: string, nicename: string, name: string): ArchiveTerm | undefined {
    const kind = this.kindOf(taxonomy);
    if (kind === undefined) {
      this.leaveOut(taxonomy, "use");
      return undefined;
    }
    const slug = decoded(nicename) || slugLike(name);
    return slug === ""
      ? undefined
      : (this.byKey.get(`${kind}:${slug}`) ?? this.add(kind, slug, plainText(name)));
  }

  /** By its number, in the taxonomy; undefined where the export does not declare it. */
  withId(taxonomy: string, id: string): ArchiveTerm | undefined {
    return this.byId.get(`${taxonomy}:${id}`);
  }

  /** Settles parents and addresses, when all files are read. `root` ends with a slash. */
  finish(root: string): void {
    for (const [term, parent] of this.parents) {
      // Version 1.0 names the parent, later ones have its slug.
      const above =
        this.byKey.get(`${term.kind}:${parent}`) ??
        this.terms.find(({ kind, name }) => kind === term.kind && name === parent);
      if (above !== undefined && !this.isBelow(above, term)) term.parent = above.key;
    }
    for (const term of this.terms) {
      term.addresses = [
        `${root}${BASES[term.kind]}/${this.pathOf(term)}/`,
        ...term.addresses.map((address) => root + address.slice(1)),
      ];
    }
    for (const [taxonomy, counts] of this.others) {
      const why = OTHERS[taxonomy] ?? UNKNOWN(taxonomy, counts.get("use") ?? 0);
      for (const counted of ["category", "tag", "term"]) {
        const count = counts.get(counted);
        if (count !== undefined)
          this.leftOut.push({ kind: counted, key: taxonomy, title: taxonomy, why, count });
      }
      if (OTHERS[taxonomy] === undefined && counts.has("use") && counts.size === 1)
        this.leftOut.push({ kind: "taxonomy", key: taxonomy, title: taxonomy, why });
    }
  }

  private kindOf(taxonomy: string): TermKind | undefined {
    return Object.hasOwn(this.taxonomies, taxonomy) ? this.taxonomies[taxonomy] : undefined;
  }

  private add(kind: TermKind, slug: string, name: string): ArchiveTerm {
    const term: ArchiveTerm = {
      key: `${kind}:${slug}`,
      kind,
      name: name || slug,
      slug,
      addresses: [],
    };
    this.terms.push(term);
    this.byKey.set(term.key, term);
    return term;
  }

  private leaveOut(taxonomy: string, counted: string): void {
    const counts = this.others.get(taxonomy) ?? new Map<string, number>();
    this.others.set(taxonomy, counts.set(counted, (counts.get(counted) ?? 0) + 1));
  }

  /** Whether `term` is `above` or somewhere above it, so that it cannot be below it as well. */
  private isBelow(term: ArchiveTerm, above: ArchiveTerm): boolean {
    for (let at: ArchiveTerm | undefined = term; at !== undefined; at = this.parentOf(at))
      if (at === above) return true;
    return false;
  }

  private parentOf({ parent }: ArchiveTerm): ArchiveTerm | undefined {
    return parent === undefined ? undefined : this.byKey.get(parent);
  }

  private pathOf(term: ArchiveTerm): string {
    const parts: string[] = [];
    for (let at: ArchiveTerm | undefined = term; at !== undefined; at = this.parentOf(at))
      parts.unshift(encodeURIComponent(at.slug));
    return parts.join("/");
  }
}

const BASES: Readonly<Record<TermKind, string>> = {
  category: "category",
  tag: "tag",
  series: "series",
};

const UNKNOWN = (taxonomy: string, uses: number): string =>
  `is of the taxonomy \`${taxonomy}\`, which ${uses === 1 ? "one item uses" : `${uses} items use`}; the map file can say that it becomes categories, tags or series`;

/** What `wp:category`, `wp:tag` or `wp:term` says; undefined for other elements. */
export function declaredTerm(element: WxrElement): DeclaredTerm | undefined {
  const name = ELEMENTS[element.name];
  if (name === undefined) return undefined;
  const { counted, slug, title, parent, description } = name;
  return {
    counted,
    taxonomy: name.taxonomy ?? textIn(element, "wp:term_taxonomy"),
    id: textIn(element, "wp:term_id"),
    slug: textIn(element, slug),
    name: textIn(element, title),
    parent: textIn(element, parent),
    description: rawTextIn(element, description),
    meta: metaOf(element),
  };
}

const ELEMENTS: Readonly<
  Record<
    string,
    Record<"slug" | "title" | "parent" | "description", string> & {
      counted: DeclaredTerm["counted"];
      taxonomy?: string;
    }
  >
> = {
  "wp:category": {
    counted: "category",
    taxonomy: "category",
    slug: "wp:category_nicename",
    title: "wp:cat_name",
    parent: "wp:category_parent",
    description: "wp:category_description",
  },
  "wp:tag": {
    counted: "tag",
    taxonomy: "post_tag",
    slug: "wp:tag_slug",
    title: "wp:tag_name",
    parent: "",
    description: "wp:tag_description",
  },
  "wp:term": {
    counted: "term",
    slug: "wp:term_slug",
    title: "wp:term_name",
    parent: "wp:term_parent",
    description: "wp:term_description",
  },
};
