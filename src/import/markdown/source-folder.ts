import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { rule as controlCharacter } from "../../checks/file/control-character.ts";
import { withoutUnprintables } from "../../domain/characters.ts";
import { readText } from "../../loader/read-text.ts";
import { fileEnding, publishableType } from "../../domain/publishable-types.ts";
import { isVerificationName } from "../../loader/public-rules.ts";
import { nameOf } from "../../domain/path-parts.ts";

/** Kinds that files of a site's source are counted by. */
export type SourceKind = "text" | "file" | "template" | "other";

/** The files of a source folder by their paths in it, with `/` between the parts. */
export interface SourceFolder {
  root: string;
  /** Sorted. */
  paths: readonly string[];
  /** Links that lead out of the folder, and what cannot be read, with the reason. */
  refused: { path: string; why: string }[];
  /** Whether there is a file of that path; hidden ones, which are not listed, too. */
  has(path: string): boolean;
  bytes(path: string): Uint8Array;
  /** A text file, or why it cannot be read: each line `file:line:column: …`. */
  text(path: string): { text: string; hadControls?: true } | { faults: string[] };
}

/** Where packages are installed, which are nothing of the source. */
const NEVER = new Set(["node_modules", "bower_components"]);

/** Folders at the root into which each generator builds, or which it makes. */
const BUILT_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  jekyll: ["_site"],
  hugo: ["public", "resources"],
  eleventy: ["_site"],
  astro: ["dist"],
  docusaurus: ["build"],
};

/** Whether a folder holds nothing of the source: what was installed or built, and hidden folders. */
export function isSkippedFolder(path: string, from: string): boolean {
  const name = nameOf(path);
  if (NEVER.has(name) || path === "vendor") return true;
  if (name.startsWith(".") && name !== ".well-known") return true;
  return BUILT_FOLDERS[from]?.includes(path) === true;
}

/** Lists a folder, without what was installed or built. Links are followed inside the folder only. */
export function openFolder(root: string, from: string): SourceFolder {
  const real = realpathSync(root);
  const paths: string[] = [];
  const hidden: string[] = [];
  const refused: SourceFolder["refused"] = [];
  const visit = (folder: string, seen: readonly string[]): void => {
    for (const { name } of readdirSync(join(real, folder), { withFileTypes: true })) {
      const path = folder === "" ? name : `${folder}/${name}`;
      const target = targetOf(real, path);
      if (typeof target === "object") {
        refused.push({ path, ...target });
      } else if (statSync(target).isDirectory()) {
        if (isSkippedFolder(path, from)) continue;
        if (seen.includes(target))
          refused.push({ path, why: "a link to a folder that it lies in" });
        else visit(path, [...seen, target]);
      } else if (!name.startsWith(".")) paths.push(path);
      else hidden.push(path);
    }
  };
  visit("", [real]);
  const known = new Set([...paths, ...hidden]);
  const bytes = (path: string): Uint8Array => readFileSync(join(real, path));
  return {
    root: real,
    paths: paths.sort(byCode),
    refused,
    has: (path) => known.has(path),
    bytes,
    text: (path) => {
      const { text, diagnostics } = readText(bytes(path), path);
      if (text !== undefined) return { text };
      if (diagnostics.every(({ code }) => code === controlCharacter.code)) {
        const decoded = new TextDecoder().decode(bytes(path));
        return { text: withoutUnprintables(decoded), hadControls: true };
      }
      return {
        faults: diagnostics.map(
          ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
        ),
      };
    },
  };
}

/** Where a path really lies, or why it is not followed. */
function targetOf(root: string, path: string): string | { why: string } {
  try {
    const target = realpathSync(join(root, path));
    if (target === root || target.startsWith(root + sep)) return target;
    return { why: "a symbolic link that leads out of the folder, which is not followed" };
  } catch {
    return { why: "a symbolic link that leads nowhere" };
  }
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const TEXTS = /\.(?:md|mdx|markdown|mkdown|mkdn|mkd)$/i;
const TEMPLATES =
  /\.(?:html?|njk|liquid|hbs|handlebars|ejs|haml|pug|webc|astro|vue|svelte|jsx|tsx|erb|slim|mustache|11ty\.[cm]?[jt]s)$/i;

/** The kind by which a file is counted, from its path alone. HTML is a text where texts are kept. */
export function sourceKind(path: string): SourceKind {
  if (TEXTS.test(path)) return "text";
  if (isHtmlText(path)) return "text";
  if (isVerificationName(nameOf(path))) return "file";
  if (TEMPLATES.test(path)) return "template";
  return publishableType(path) === undefined ? "other" : "file";
}

/** Whether a text is written in HTML: posts of Jekyll and contents of Hugo may be. */
export function isHtmlText(path: string): boolean {
  if (!/\.html?$/i.test(path)) return false;
  return path.startsWith("content/") || /(?:^|\/)(?:_posts|_drafts)\//.test(path);
}

/** Whether a text is MDX. */
export function isMdx(path: string): boolean {
  return fileEnding(path) === "mdx";
}

/** How many paths of each kind became something, by the keys of texts and files. */
export function usedOf(
  texts: readonly { key: string }[],
  files: readonly { key: string }[],
): Record<string, number> {
  const used: Record<string, number> = {};
  for (const { key } of [...texts, ...files]) {
    const kind = sourceKind(key);
    used[kind] = (used[kind] ?? 0) + 1;
  }
  return used;
}
