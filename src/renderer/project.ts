import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { ViteUserConfig } from "astro";
import { emptyFolder } from "../output/clean-folder.ts";
import { linkFolder } from "../settings/working-folder.ts";

/** Files that Astro, Vite and their compilers look for at the root of a project. */
const FILES = ["astro.config.mjs", "package.json", "tsconfig.json"];
const LINKED = ["src", "node_modules"];

/** A project for Astro in a folder of its own. */
export interface AstroProject {
  /** The content folder as the project sees it: always at the same place below its root. */
  content: string;
  /** Settings that go with it, for Astro and for Vite in it. */
  config: {
    root: string;
    cacheDir: string;
    vite: ViteUserConfig;
  };
}

/**
 * Lays out an empty project in `folder` (absolute), with links to the code of the checkout and to the content folder.
 * Astro writes `.astro/` into the root of its project, and reads there what an earlier build of any publication has
 * left; here nothing is left. And names that follow from the place of a file, such as those of scoped styles, are the
 * same wherever checkout and content lie.
 */
export function layOutAstroProject(
  folder: string,
  { root, content }: { root: string; content: string },
): AstroProject {
  emptyFolder(folder);
  for (const name of FILES)
    if (existsSync(join(root, name))) copyFileSync(join(root, name), join(folder, name));
  for (const name of LINKED) linkFolder(join(root, name), join(folder, name));
  const linked = join(folder, "content");
  if (existsSync(content)) linkFolder(content, linked);
  return {
    content: linked,
    config: {
      root: folder,
      cacheDir: join(folder, "cache"),
      vite: {
        cacheDir: join(folder, "vite"),
        envDir: root,
        // Without it, Vite would know each file by its place in the checkout or in the content folder.
        resolve: { preserveSymlinks: true },
        plugins: [packagesOf(content, linked)],
      },
    },
  };
}

/** Lets code of the content folder import packages that are installed there or above it; those of Stet come first. */
function packagesOf(
  content: string,
  linked: string,
): NonNullable<ViteUserConfig["plugins"]>[number] {
  // Vite names files with slashes on every system.
  const folder = `${linked.replaceAll("\\", "/")}/`;
  return {
    name: "stet:packages-of-content",
    enforce: "pre",
    resolveId: {
      filter: { id: /^[@\w]/ },
      async handler(source, importer, options) {
        if (importer?.startsWith(folder) !== true) return undefined;
        const found = await this.resolve(source, importer, options);
        return found ?? this.resolve(source, join(content, importer.slice(folder.length)), options);
      },
    },
  };
}
