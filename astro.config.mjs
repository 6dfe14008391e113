import { unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import remarkGfm from "remark-gfm";

export default defineConfig({
  output: "static",
  trailingSlash: "always",
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { format: "directory", inlineStylesheets: "never", concurrency: 8 },
  image: { service: { entrypoint: "astro/assets/services/noop" } },
  integrations: [mdx()],
  markdown: {
    processor: unified({ remarkPlugins: [[remarkGfm, { singleTilde: false }]], gfm: false }),
    syntaxHighlight: false,
  },
  vite: {
    // One style sheet for all pages: of several, the order would decide the order of the cascade layers.
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    publicDir: false,
  },
});
