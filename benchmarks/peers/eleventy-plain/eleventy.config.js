import footnote from "markdown-it-footnote";

export default function (config) {
  config.amendLibrary("md", (markdown) => markdown.use(footnote));
  config.addFilter("newest", (items, count) => items.slice(0, count));
  config.addFilter("mail", (date) => date.toUTCString().replace("GMT", "+0000"));
  config.addCollection("newest", (api) =>
    api.getFilteredByGlob("./articles/**/*.md").sort((a, b) => b.date - a.date),
  );
  return {
    dir: { output: "out" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "njk"],
  };
}
