import { composed } from "../domain/composed.ts";
import { slugify } from "../domain/slug.ts";
import { isHostsOwn } from "../domain/portable-name.ts";
import { isReservedName } from "../urls/reserved-names.ts";
import type { ArchiveTerm, ArchiveText } from "./archive.ts";
import { freeNames } from "./free-names.ts";
import type { ImportMap } from "./import-map.ts";
import { dataSlug } from "./text-slug.ts";

/** What the terms of an archive become, and what they make of a text. */
export interface PlannedTerms {
  /** By slug. */
  categories: Map<string, { title: string; description?: string }>;
  stories: Map<string, { title: string; description?: string }>;
  /** Of those that have a description, by slug. */
  tags: Map<string, { name: string; description?: string }>;
  /** Category, tags and story of a text. */
  ofText: (text: ArchiveText) => { category: string; tags: string[]; story?: string };
  /** What a term becomes as a page of its own; `undefined` where it becomes nothing. */
  becomes: (term: ArchiveTerm) => Becomes | undefined;
}

export type Becomes =
  | { kind: "category"; slug: string }
  | { kind: "tag"; name: string; slug: string }
  | { kind: "story"; slug: string };

/** The category of texts that have none, where the map says nothing. */
const WITHOUT_CATEGORY = "Archive";

/** Most tags of an article, as the check takes them. */
const MOST_TAGS = 50;

/**
 * What is planned, without the categories, tags and stories that no article has: their pages would be empty. A category
 * that articles have as a tag alone leads to that.
 */
export function withoutUnused(
  planned: PlannedTerms,
  articles: readonly ArchiveText[],
): PlannedTerms & { unused: string[] } {
  const used = articles.map((text) => planned.ofText(text));
  const categories = new Set(used.map(({ category }) => category));
  const stories = new Set(used.map(({ story }) => story));
  const tags = new Map(
    used.flatMap((of) => of.tags).map((name) => [slugify(composed(name)), name] as const),
  );
  const titles = (of: PlannedTerms["categories"], slugs: ReadonlySet<string | undefined>) =>
    [...of].flatMap(([slug, { title }]) =>
      slugs.has(slug) || tags.has(slugify(composed(title))) ? [] : [title],
    );
  const only = <Value>(of: Map<string, Value>, has: (slug: string) => boolean) =>
    new Map([...of].filter(([slug]) => has(slug)));
  return {
    ...planned,
    unused: [...titles(planned.categories, categories), ...titles(planned.stories, stories)],
    categories: only(planned.categories, (slug) => categories.has(slug)),
    stories: only(planned.stories, (slug) => stories.has(slug)),
    tags: only(planned.tags, (slug) => tags.has(slug)),
    becomes: (term) => {
      const made = planned.becomes(term);
      if (made?.kind === "category" && categories.has(made.slug)) return made;
      if (made?.kind === "story" && stories.has(made.slug)) return made;
      if (made === undefined || made.kind === "story") return undefined;
      const slug = slugify(composed(made.kind === "tag" ? made.name : term.name));
      const name = tags.get(slug);
      return name === undefined ? undefined : { kind: "tag", name, slug };
    },
  };
}

/**
 * Plans categories, tags and stories. An article has one category here: the first of its old ones, or the topmost one
 * above that. All others become tags, the deeper ones below the category too. Where an archive has no categories at all,
 * the first tag of an article is its category. A series is a story. The map overrides each term.
 */
export function planTerms(
  terms: readonly ArchiveTerm[],
  { categories: mapped, tags: mappedTags, category: fallback }: ImportMap,
  language: string,
): PlannedTerms {
  const byKey = new Map(terms.map((term) => [term.key, term]));
  const hasCategories = terms.some(({ kind }) => kind === "category");
  const free = freeNames();
  const freeStory = freeNames();
  const tops = new Map<ArchiveTerm, ArchiveTerm>();
  const planned: Pick<PlannedTerms, "categories" | "stories" | "tags"> = {
    categories: new Map(),
    stories: new Map(),
    tags: new Map(),
  };
  const categorySlugs = new Map<string, string>();
  const storySlugs = new Map<string, string>();
  const tagNames = new Map<string, string>();

  const category = (title: string, slug: string, description?: string): string => {
    const known = categorySlugs.get(title.toLowerCase());
    if (known !== undefined) return known;
    const wanted = dataSlug(slug, title, language);
    const isTaken = isReservedName(wanted) || isHostsOwn(wanted);
    const made = free(isTaken ? `our-${wanted}` : wanted);
    categorySlugs.set(title.toLowerCase(), made);
    planned.categories.set(made, { title, ...(description ? { description } : {}) });
    return made;
  };
  const tag = (name: string, description?: string): string => {
    const slug = slugify(composed(name));
    const known = tagNames.get(slug) ?? name;
    tagNames.set(slug, known);
    if (description) planned.tags.set(slug, { name: known, description });
    return known;
  };
  const story = ({ name, slug, description }: ArchiveTerm): string => {
    const known = storySlugs.get(name.toLowerCase());
    if (known !== undefined) return known;
    const made = freeStory(dataSlug(slug, name, language));
    storySlugs.set(name.toLowerCase(), made);
    planned.stories.set(made, { title: name, ...(description ? { description } : {}) });
    return made;
  };
  const topOf = (term: ArchiveTerm): ArchiveTerm => {
    const seen = new Set<ArchiveTerm>();
    let top = term;
    for (let above = byKey.get(top.parent ?? ""); above && !seen.has(above);) {
      seen.add(above);
      top = tops.get(above) ?? above;
      above = byKey.get(top.parent ?? "");
    }
    for (const one of [term, ...seen]) tops.set(one, top);
    return top;
  };
  const decided = ({ kind, slug }: ArchiveTerm) => {
    const own = kind === "category" ? mapped : kind === "tag" ? mappedTags : {};
    return Object.hasOwn(own, slug) ? own[slug] : undefined;
  };

  const becomes = (term: ArchiveTerm): Becomes | undefined => {
    const target = decided(term);
    if (target === false) return undefined;
    if (target !== undefined && "category" in target)
      return { kind: "category", slug: category(target.category, target.category) };
    if (target !== undefined) return tagOf(target.tag);
    if (term.kind === "series") return { kind: "story", slug: story(term) };
    const isTop = term.kind === "category" && topOf(term) === term;
    return isTop
      ? { kind: "category", slug: category(term.name, term.slug, term.description) }
      : tagOf(term.name, term.description);
  };
  const tagOf = (name: string, description?: string): Becomes => {
    const known = tag(name, description);
    return { kind: "tag", name: known, slug: slugify(composed(known)) };
  };
  // In their own order, so that names do not depend on which text comes first.
  for (const term of terms) becomes(term);

  const ofText = (text: ArchiveText): ReturnType<PlannedTerms["ofText"]> => {
    const own = text.terms.flatMap((key) => byKey.get(key) ?? []);
    const tags = new Set<string>();
    let chosen: string | undefined;
    let joined: string | undefined;
    for (const term of own) {
      const made = becomes(term);
      if (made?.kind === "story") joined ??= made.slug;
      if (made?.kind === "category" && chosen === undefined) chosen = made.slug;
      else if (made?.kind === "category") tags.add(tag(term.name));
      if (made?.kind !== "tag") continue;
      tags.add(made.name);
      if (chosen !== undefined) continue;
      const top = term.kind === "category" ? becomes(topOf(term)) : undefined;
      if (top?.kind === "category") chosen = top.slug;
      else if (!hasCategories && decided(term) === undefined)
        chosen = category(term.name, term.slug, term.description);
    }
    const first = own.find(({ kind }) => kind === "tag");
    if (
      !hasCategories &&
      first !== undefined &&
      chosen === categorySlugs.get(first.name.toLowerCase())
    )
      tags.delete(tag(first.name));
    chosen ??= category(fallback ?? WITHOUT_CATEGORY, fallback ?? WITHOUT_CATEGORY);
    return {
      category: chosen,
      tags: [...tags].slice(0, MOST_TAGS),
      ...(joined === undefined ? {} : { story: joined }),
    };
  };
  // A tag that is the category of articles has that as its page: one of the tag may not exist.
  const pageOf = (term: ArchiveTerm): Becomes | undefined => {
    const isTag = term.kind === "tag" && !hasCategories && decided(term) === undefined;
    const slug = isTag ? categorySlugs.get(term.name.toLowerCase()) : undefined;
    return slug === undefined ? becomes(term) : { kind: "category", slug };
  };
  return { ...planned, ofText, becomes: pageOf };
}
