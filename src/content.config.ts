import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { codeEntries } from "./views/render-context.ts";

const code = codeEntries();

/** The entries that the owner lists under `code:`; everything else in the content folder is data. */
export const collections = {
  code: defineCollection({
    loader:
      code.length === 0
        ? () => []
        : // As the project that Astro builds sees the content folder, wherever that lies.
          glob({ base: "./content", pattern: code, generateId: ({ entry }) => entry }),
  }),
};
