/** What the filter of a collection asks of a post. */
export interface FilteredPost {
  /** Slugs, the first one first. */
  tags: readonly string[];
  authors: readonly string[];
  featured: boolean;
  /** Slug of the first tag, if that is public. */
  primaryTag?: string | undefined;
  primaryAuthor?: string | undefined;
}

/**
 * Whether a post is in a collection, by its filter: `tag:news+featured:true`, `primary_tag:-[a,b]`, and several of them with
 * a comma in between, of which one is enough. Undefined where the filter says something else.
 */
export function passesFilter(filter: string, post: FilteredPost): boolean | undefined {
  const choices = splitOutside(filter.trim(), ",").map((choice) => {
    const terms = splitOutside(choice, "+").map((term) => passesTerm(term.trim(), post));
    return terms.includes(undefined) ? undefined : terms.every((one) => one === true);
  });
  return choices.includes(undefined) ? undefined : choices.includes(true);
}

function passesTerm(term: string, post: FilteredPost): boolean | undefined {
  const [, field = "", not = "", written = ""] = /^(\w+):(-?)(.+)$/.exec(term) ?? [];
  const wanted = written.replace(/^\[|\]$/g, "").split(",");
  const names = wanted.map((one) => one.trim().replace(/^'|'$/g, ""));
  const own = {
    tag: post.tags,
    tags: post.tags,
    author: post.authors,
    authors: post.authors,
    primary_tag: [post.primaryTag ?? ""],
    primary_author: [post.primaryAuthor ?? ""],
    featured: [String(post.featured)],
  }[field];
  if (own === undefined) return undefined;
  return names.some((name) => own.includes(name)) === (not === "");
}

/** The parts of a text at a sign, except where that stands in square brackets. */
function splitOutside(text: string, sign: string): string[] {
  const parts = [""];
  let isInside = false;
  for (const character of text) {
    if (character === "[") isInside = true;
    if (character === "]") isInside = false;
    if (character === sign && !isInside) parts.push("");
    else parts.push((parts.pop() ?? "") + character);
  }
  return parts;
}
