import anchor from "markdown-it-anchor";
import footnote from "markdown-it-footnote";
import { archive } from "./archive.js";
import { card, colophon, feedItem, masthead, structuredData } from "./parts.js";

/** Eleventy renders includes anew on every page; what is the same on many is made once and kept. */
function kept(make) {
  const made = new Map();
  return (key, ...rest) => {
    const one = made.get(key) ?? make(key, ...rest);
    made.set(key, one);
    return one;
  };
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

const shown = (date) => {
  const iso = date.toISOString();
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${iso.slice(11, 16)}`;
};

export default function (config) {
  config.amendLibrary("md", (markdown) =>
    markdown.use(footnote).use(anchor, { tabIndex: false, level: [2] }),
  );
  config.addFilter("iso", (date) => `${date.toISOString().slice(0, 19)}Z`);
  config.addFilter("shown", shown);
  config.addFilter("newest", (items, count) => items.slice(0, count));
  config.addFilter("structured", structuredData);
  config.addShortcode("masthead", kept(masthead));
  config.addShortcode("colophon", kept(colophon));
  const cards = new Map();
  config.addShortcode("card", (item, names) => {
    const one = cards.get(item.url) ?? card(item, names, shown);
    cards.set(item.url, one);
    return one;
  });
  const items = new Map();
  config.addShortcode("feedItem", (item, site, names) => {
    const one = items.get(item.url) ?? feedItem(item, site, names);
    items.set(item.url, one);
    return one;
  });
  // One pass over all articles, whoever asks first.
  let built;
  const once = (api) => (built ??= archive(api.getFilteredByGlob("./articles/**/*.md")));
  for (const name of ["newest", "lists", "feeds", "taxonomies", "related"])
    config.addCollection(name, (api) => once(api)[name]);
  return {
    dir: { output: "out" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "njk"],
  };
}
