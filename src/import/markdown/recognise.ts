import { existsSync, statSync } from "node:fs";
import { ArchiveError } from "../archive.ts";
import { firstFile } from "./config-file.ts";
import { ASTRO_CONFIGS } from "./astro.ts";
import { DOCUSAURUS_CONFIGS } from "./docusaurus.ts";
import { ELEVENTY_CONFIGS } from "./eleventy.ts";
import { MARKDOWN_SYSTEMS } from "./generator.ts";
import type { MarkdownSystem } from "./generator.ts";
import { hasHugoConfig } from "./hugo-config.ts";
import { JEKYLL_CONFIGS } from "./jekyll.ts";
import type { SourceFolder } from "./source-folder.ts";

/** What the folder of a site of each generator has. */
const SIGNS: Readonly<
  Record<MarkdownSystem, { expected: string; is: (folder: SourceFolder) => boolean }>
> = {
  hugo: {
    expected: "`hugo.toml` (or `config.toml`, `.yaml`, `.json`) and a folder `content/`",
    is: (folder) => hasHugoConfig(folder) && !has(folder, JEKYLL_CONFIGS),
  },
  jekyll: {
    expected: "`_config.yml` or a folder `_posts/`",
    is: (folder) =>
      has(folder, JEKYLL_CONFIGS) || folder.paths.some((path) => /(?:^|\/)_posts\//.test(path)),
  },
  astro: {
    expected: "`astro.config.mjs` and a folder `src/content/` or `src/pages/`",
    is: (folder) => has(folder, ASTRO_CONFIGS) || mentions(folder, "astro"),
  },
  eleventy: {
    expected: "`.eleventy.js` or `eleventy.config.js`",
    is: (folder) => has(folder, ELEVENTY_CONFIGS) || mentions(folder, "@11ty/eleventy"),
  },
  docusaurus: {
    expected: "`docusaurus.config.js` (or `.ts`)",
    is: (folder) => has(folder, DOCUSAURUS_CONFIGS),
  },
};

function has(folder: SourceFolder, files: readonly string[]): boolean {
  return firstFile(folder, files) !== undefined;
}

function mentions(folder: SourceFolder, name: string): boolean {
  if (!folder.has("package.json")) return false;
  const read = folder.text("package.json");
  return "text" in read && read.text.includes(`"${name}":`);
}

/**
 * Sees to it that there is such a folder.
 *
 * @throws ArchiveError where there is none.
 */
export function needFolder(path: string): void {
  if (!existsSync(path))
    throw new ArchiveError(`There is no folder ${path}. Give the folder of the site's source.`);
  if (!statSync(path).isDirectory())
    throw new ArchiveError(`${path} is a file. Give the folder of the site's source.`);
}

/**
 * Sees to it that a folder is what it is said to be.
 *
 * @throws ArchiveError where it has nothing in it, or is the folder of no site, or of another generator's.
 */
export function needSource(folder: SourceFolder, from: MarkdownSystem): void {
  if (folder.paths.length === 0)
    throw new ArchiveError(`${folder.root} has no files. Give the folder of the site's source.`);
  if (SIGNS[from].is(folder)) return;
  const others = MARKDOWN_SYSTEMS.filter((one) => one !== from && SIGNS[one].is(folder));
  const found = [...new Set(folder.paths.map((path) => path.replace(/\/.*/, "/")))];
  const shown = found.slice(0, 8).map((one) => `\`${one}\``);
  const lines = [
    `${folder.root} is not the source of a site made with ${from}: expected ${SIGNS[from].expected}.`,
    `Found ${shown.join(", ")}${found.length > 8 ? ` and ${found.length - 8} more` : ""}.`,
  ];
  if (others.length > 0)
    lines.push(`It looks like ${others.map((one) => `--from ${one}`).join(" or ")}.`);
  const below = folder.paths.find((path) =>
    /^[^/]+\/(?:_config\.yml|hugo\.toml|config\.toml|astro\.config\.\w+|\.?eleventy(?:\.config)?\.\w+|docusaurus\.config\.\w+)$/.test(
      path,
    ),
  );
  if (others.length === 0 && below !== undefined)
    lines.push(`A site's configuration is in \`${below}\`: give that folder.`);
  throw new ArchiveError(lines.join("\n"));
}
