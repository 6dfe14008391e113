/** The parts that many pages share, as functions: Eleventy calls them as shortcodes. */

const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => String(text).replace(/[&<>"]/g, (mark) => MARKS[mark]);
const iso = (date) => `${date.toISOString().slice(0, 19)}Z`;
const namesOf = (slugs, names) => (slugs ?? []).map((slug) => names[slug] ?? slug);

export function masthead(section, site, names) {
  const links = Object.entries(names.categories).map(
    ([slug, name]) =>
      `<li data-section="${slug}"><a href="/categories/${slug}/"${slug === section ? ' aria-current="true"' : ""}>${escaped(name)}</a></li>`,
  );
  return `<header class="masthead">
  <p class="masthead-name"><a href="/">${escaped(site.title)}</a></p>
  <a class="masthead-search" href="/search/">Search</a>
  <nav aria-label="Sections"><ul>${links.join("\n")}</ul></nav>
</header>`;
}

export function colophon(title, site) {
  return `<footer class="colophon">
  <p class="colophon-name"><a href="/">${escaped(title)}</a></p>
  <p>${escaped(site.description)}</p>
  <ul>
    <li><a href="/articles/">Archive</a></li>
    <li><a href="/authors/">Authors</a></li>
    <li><a href="/tags/">Topics</a></li>
    <li><a href="/search/">Search</a></li>
    <li><a href="/index.xml">RSS feed</a></li>
  </ul>
</footer>`;
}

export function card({ url, date, data }, names, shown) {
  const [section] = data.categories;
  return `<li>
  <p class="kicker"><a href="/categories/${section}/">${escaped(names.categories[section])}</a></p>
  <h2 class="headline"><a href="${url}">${escaped(data.title)}</a></h2>
  <p class="summary">${escaped(data.description)}</p>
  <p class="meta"><span class="names">${escaped(namesOf(data.authors, names.authors).join(", "))}</span> <time datetime="${iso(date)}">${shown(date)}</time></p>
</li>`;
}

export function feedItem({ url, date, data, content }, site, names) {
  const address = site.url + url;
  const one = (tag, text) => `<${tag}>${escaped(text)}</${tag}>`;
  return `<item>
  ${one("title", data.title)}
  ${one("link", address)}
  <guid isPermaLink="true">${address}</guid>
  ${one("description", data.description)}
  <pubDate>${date.toUTCString().replace("GMT", "+0000")}</pubDate>
  ${namesOf(data.authors, names.authors)
    .map((name) => one("dc:creator", name))
    .join("")}
  ${[...namesOf(data.categories, names.categories), ...(data.tags ?? [])]
    .map((name) => one("category", name))
    .join("")}
  ${one("content:encoded", content.replaceAll('href="/', `href="${site.url}/`))}
</item>`;
}

export function structuredData(data, site, names) {
  const { title, description, page, categories, authors, tags, picture } = data;
  const address = site.url + page.url;
  const instant = iso(page.date);
  const [section] = categories;
  const crumbs = [
    { name: site.title, item: `${site.url}/` },
    { name: names.categories[section], item: `${site.url}/categories/${section}/` },
    { name: title, item: address },
  ];
  return JSON.stringify({
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "NewsArticle",
        "@id": `${address}#article`,
        mainEntityOfPage: address,
        headline: title,
        description,
        ...(picture === undefined ? {} : { image: `${site.url}/pictures/${picture}` }),
        datePublished: instant,
        dateModified: instant,
        author: authors.map((slug) => ({
          "@type": "Person",
          name: names.authors[slug],
          url: `${site.url}/authors/${slug}/`,
        })),
        publisher: {
          "@type": "NewsMediaOrganization",
          name: site.title,
          url: `${site.url}/`,
          logo: { "@type": "ImageObject", url: `${site.url}/mark.png`, width: 600, height: 600 },
        },
        articleSection: names.categories[section],
        keywords: tags,
        wordCount: data.content.replace(/<[^>]*>/g, " ").match(/\S+/g)?.length ?? 0,
        inLanguage: "en",
        isAccessibleForFree: true,
      },
      {
        "@type": "BreadcrumbList",
        itemListElement: crumbs.map((crumb, at) => ({
          "@type": "ListItem",
          position: at + 1,
          ...crumb,
        })),
      },
    ],
  }).replaceAll("<", "\\u003c");
}
