import { unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import remarkGfm from "remark-gfm";

export default defineConfig({
  site: "https://measured.example",
  outDir: "out",
  integrations: [mdx()],
  markdown: { processor: unified({ remarkPlugins: [remarkGfm], gfm: false }) },
});
