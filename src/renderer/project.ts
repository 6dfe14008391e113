import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { AstroInlineConfig, ViteUserConfig } from "astro";
import { emptyFolder } from "../output/clean-folder.ts";
import { packagesFolder } from "../settings/packages-folder.ts";
import type { Roots } from "../settings/settings.ts";
import { linkFolder } from "../settings/working-folder.ts";
import { ASTRO_CONFIG } from "./astro-config.ts";

/** Files that Vite and its compilers look for at the root of a project. */
const FILES = ["package.json", "tsconfig.json"];

/** A project for Astro in a folder of its own. */
export interface AstroProject {
  /** The content folder as the project sees it: always at the same place below its root. */
  content: string;
  /** Settings that go with it, for Astro and for Vite in it. */
  config: AstroInlineConfig & { vite: ViteUserConfig };
}

/**
 * Lays out an empty project in `folder` (absolute), with links to the code of Stet and to the content folder.
 * Astro writes `.astro/` into the root of its project, and reads there what an earlier build of any publication has
 * left; here nothing is left. And names that follow from the place of a file, such as those of scoped styles, are the
 * same wherever code and content lie.
 */
export function layOutAstroProject(
  folder: string,
  { packageRoot, projectRoot, content }: Roots & { content: string },
): AstroProject {
  emptyFolder(folder);
  for (const name of FILES)
    if (existsSync(join(packageRoot, name)))
      copyFileSync(join(packageRoot, name), join(folder, name));
  linkFolder(join(packageRoot, "src"), join(folder, "src"));
  linkFolder(packagesFolder(packageRoot), join(folder, "node_modules"));
  const linked = join(folder, "content");
  if (existsSync(content)) linkFolder(content, linked);
  return {
    content: linked,
    config: {
      ...ASTRO_CONFIG,
      configFile: false,
      root: folder,
      cacheDir: join(folder, "cache"),
      vite: {
        ...ASTRO_CONFIG.vite,
        cacheDir: join(folder, "vite"),
        envDir: projectRoot,
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
