import { slugify } from "../../domain/slug.ts";
import type { ArchiveTerm } from "../archive.ts";
import type { Generator } from "./generator.ts";
import { wholeAddress } from "./source-addresses.ts";
import { asList, isValues, pick, textOf, textsOf } from "./values.ts";
import type { Value, Values } from "./values.ts";

/** Tags of Eleventy that gather texts into a list and are no topics. */
const GATHERING = /^(?:all|posts?|articles?|blog|nav|pages?)$/i;

/** The categories, tags and series of a site: those that texts are in, and what is said of them. */
export class Terms {
  readonly #terms = new Map<string, ArchiveTerm>();
  readonly #said = new Map<string, { name?: string; description?: string; addresses: string[] }>();
  readonly #generator: Generator;

  constructor(generator: Generator) {
    this.#generator = generator;
  }

  /** Keeps what a file says of a term, for the case that a text is in it. */
  describe(
    kind: "category" | "tag",
    written: string,
    about: { name?: string; description?: string; addresses: string[] },
  ): void {
    this.#said.set(`${kind}:${slugify(written)}`, about);
  }

  /** The keys of the terms of a text, from the values of its front matter and the categories that its path says. */
  keysOf(values: Values, ofPath: readonly string[]): string[] {
    const categories = this.#categories(values);
    const named =
      categories.length === 0 || this.#generator.system === "jekyll"
        ? [...ofPath, ...categories]
        : categories;
    const keys = [
      ...named.map((name) => this.#add("category", name)),
      ...this.#tags(values).map((name) => this.#add("tag", name)),
      ...namesOf(values["series"]).map((name) => this.#add("series", name)),
    ];
    return [...new Set(keys)];
  }

  all(): ArchiveTerm[] {
    return [...this.#terms.values()];
  }

  #categories(values: Values): string[] {
    const { categories, category } = values;
    // Jekyll reads a text of `categories` as one for each word.
    const many =
      this.#generator.spacedTags && typeof categories === "string"
        ? categories.split(/\s+/)
        : typeof categories === "string"
          ? categories.split(",")
          : namesOf(categories);
    return clean([...many, ...namesOf(category)]);
  }

  #tags(values: Values): string[] {
    const written = values["tags"] ?? values["keywords"];
    const separator =
      this.#generator.spacedTags &&
      typeof values["tags"] === "string" &&
      !values["tags"].includes(",")
        ? /\s+/
        : ",";
    const many = typeof written === "string" ? written.split(separator) : namesOf(written);
    const tags = clean([...many, ...namesOf(values["tag"])]);
    return this.#generator.system === "eleventy"
      ? tags.filter((tag) => !GATHERING.test(tag))
      : tags;
  }

  #add(kind: ArchiveTerm["kind"], name: string): string {
    const slug = slugify(name);
    const key = `${kind}:${slug}`;
    if (!this.#terms.has(key)) {
      const said = this.#said.get(key);
      const address = this.#generator.termAddress(kind, name);
      const addresses = [
        ...(said?.addresses ?? []),
        ...(address === undefined ? [] : [wholeAddress(address, this.#generator.site.url)]),
      ];
      this.#terms.set(key, {
        key,
        kind,
        name: said?.name ?? name,
        slug,
        ...pick("description", said?.description),
        addresses: [...new Set(addresses)],
      });
    }
    return key;
  }
}

/** The names in a value: texts, and what objects call their name. */
function namesOf(value: Value | undefined): string[] {
  return asList(value).flatMap((one) => {
    if (typeof one === "string") return [one];
    if (!isValues(one)) return textsOf(one);
    const name = textOf(one, "name", "label", "title", "slug");
    return name === undefined ? [] : [name];
  });
}

function clean(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ""))];
}
