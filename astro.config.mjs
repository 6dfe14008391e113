import { unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import remarkGfm from "remark-gfm";
import { untranslatedCode } from "./src/markdown/transforms/untranslated-code.ts";

export default defineConfig({
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
});
