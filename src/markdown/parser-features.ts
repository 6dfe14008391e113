import type { Features } from "satteri";

/**
 * What the parser understands beyond CommonMark: GFM, footnotes and the front matter it steps over.
 * The words around footnotes are placeholders; those of the publication are put in when rendering.
 */
export const PARSER_FEATURES: Features = {
  frontmatter: true,
  gfm: { footnotes: { clobberPrefix: "", label: "Footnotes", backContent: "↩" } },
};
