import { unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import type { AstroUserConfig, ViteUserConfig } from "astro";
import remarkGfm from "remark-gfm";
import { untranslatedCode } from "../markdown/transforms/untranslated-code.ts";

/** How Astro makes pages, for every publication. */
export const ASTRO_CONFIG = {
  output: "static",
  trailingSlash: "always",
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { format: "directory", inlineStylesheets: "never", concurrency: 8 },
  image: { service: { entrypoint: "astro/assets/services/noop" } },
  integrations: [mdx()],
  markdown: {
    processor: unified({
      remarkPlugins: [[remarkGfm, { singleTilde: false }]],
      rehypePlugins: [() => untranslatedCode],
      gfm: false,
    }),
    syntaxHighlight: false,
  },
  vite: {
    // One style sheet for all pages: of several, the order would decide the order of the cascade layers.
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    // The scripts of pages are bundled as workers are; they are called as all other files that Astro makes.
    worker: { rolldownOptions: { output: { entryFileNames: "_astro/[name].[hash].js" } } },
    publicDir: false,
  },
} satisfies AstroUserConfig & { vite: ViteUserConfig };
