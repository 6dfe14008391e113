const PER_PAGE = 30;
const TAXONOMIES = ["categories", "authors", "tags", "stories"];
/** How many articles a feed holds. */
const FEED = { categories: 50, authors: 20, tags: 20, stories: 50 };

/** Everything that looks across articles, from one pass over them. */
export function archive(articles) {
  const newest = articles.toSorted((a, b) => b.date - a.date);
  const terms = Object.fromEntries(TAXONOMIES.map((name) => [name, new Map()]));
  for (const article of newest)
    for (const taxonomy of TAXONOMIES)
      for (const slug of article.data[taxonomy] ?? []) {
        const term = terms[taxonomy].get(slug);
        if (term === undefined) terms[taxonomy].set(slug, [article]);
        else term.push(article);
      }
  const lists = pagesOf("/articles/", { slug: "articles" }, newest);
  const feeds = [{ url: "/", items: newest.slice(0, 50) }];
  for (const taxonomy of TAXONOMIES)
    for (const [slug, items] of terms[taxonomy]) {
      lists.push(...pagesOf(`/${taxonomy}/${slug}/`, { taxonomy, slug }, items));
      feeds.push({
        url: `/${taxonomy}/${slug}/`,
        taxonomy,
        slug,
        items: items.slice(0, FEED[taxonomy]),
      });
    }
  return {
    newest,
    lists,
    feeds,
    taxonomies: TAXONOMIES.map((taxonomy) => ({
      taxonomy,
      terms: [...terms[taxonomy].keys()]
        .sort()
        .map((slug) => ({ slug, count: terms[taxonomy].get(slug).length })),
    })),
    related: relatedOf(newest, terms),
  };
}

function pagesOf(url, list, items) {
  const count = Math.ceil(items.length / PER_PAGE);
  const at = (page) => (page === 0 ? url : `${url}page/${page + 1}/`);
  return Array.from({ length: count }, (_, page) => ({
    ...list,
    url: at(page),
    items: items.slice(page * PER_PAGE, (page + 1) * PER_PAGE),
    newer: page === 0 ? undefined : at(page - 1),
    older: page === count - 1 ? undefined : at(page + 1),
  }));
}

/** Four others of each article by its file: the newest of each topic and then of the section. */
function relatedOf(articles, { tags, categories }) {
  const related = {};
  for (const article of articles) {
    const near = [
      ...(article.data.tags ?? []).map((slug) => tags.get(slug)),
      ...article.data.categories.map((slug) => categories.get(slug)),
    ].flatMap((items) => items.slice(0, 5));
    related[article.inputPath] = [...new Set(near)]
      .filter((other) => other !== article)
      .slice(0, 4);
  }
  return related;
}
