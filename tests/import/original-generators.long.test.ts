import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { afterAll, expect, test } from "vitest";
import { sourceKind } from "../../src/import/markdown/source-folder.ts";
import { comparablePath } from "../../src/import/markdown/source-addresses.ts";
import { parseBody } from "../../src/markdown/parse-body.ts";
import { textOf } from "../../src/markdown/text.ts";
import { ROOT } from "../structure/project-files.ts";
import { missingTools, need, provided } from "../tools/need.ts";
import { installedPackages } from "../tools/npm-packages.ts";
import { importSite } from "./fixtures/imported-site.ts";
import type { ImportedSite } from "./fixtures/imported-site.ts";
import { ASTRO_SITE, ELEVENTY_SITE, HUGO_SITE, JEKYLL_SITE } from "./fixtures/source-sites.ts";
import { writeSite, writtenPages } from "./fixtures/written-site.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function site(files: Readonly<Record<string, string>>, below?: string): string {
  const folder = writeSite(files, below);
  folders.push(folder);
  return folder;
}

function run(program: string, args: string[], cwd: string): void {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", LANG: "C.UTF-8", NO_COLOR: "1" };
  execFileSync(program, args, { cwd, env, stdio: "pipe" });
}

/** Old addresses that were imported, below the base, as they are compared. */
function oldPaths({ archive }: ImportedSite, which: "first" | "further"): string[] {
  const base = new URL(archive.site.url ?? "https://a/").pathname.replace(/\/$/, "");
  return archive.texts
    .flatMap(({ addresses }) => (which === "first" ? addresses.slice(0, 1) : addresses.slice(1)))
    .map((address) => comparablePath(new URL(address, "https://a").pathname.slice(base.length)))
    .sort();
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of the part of a page that has its text, without the numbers of footnotes. */
function pageWords(html: string): string[] {
  const isFootnote = (node: Nodes): boolean =>
    node.type === "element" &&
    /footnote/.test(JSON.stringify(node.properties)) &&
    node.tagName !== "div" &&
    node.tagName !== "li";
  const find = (node: Nodes): Element | undefined => {
    if (node.type === "element" && node.properties["dataText"] !== undefined) return node;
    if (!("children" in node)) return undefined;
    for (const child of node.children) {
      const found = find(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const without = (node: Element): Element => ({
    ...node,
    children: node.children
      .filter((child) => !isFootnote(child))
      .map((child) => (child.type === "element" ? without(child) : child)),
  });
  const main = find(fromHtml(html));
  return main === undefined ? [] : words(textOf(without(main)));
}

/** Words of pages that the imported texts have not, each with its page. */
function lostWords(imported: ImportedSite, pages: ReadonlyMap<string, string>): string[] {
  const base = new URL(imported.archive.site.url ?? "https://a/").pathname.replace(/\/$/, "");
  const byPath = new Map([...pages].map(([path, html]) => [comparablePath(path), html]));
  return imported.archive.texts.flatMap(({ key, addresses: [address] }) => {
    const body = imported.bodies.get(key);
    if (address === undefined || body === undefined) return [];
    const path = comparablePath(new URL(address, "https://a").pathname.slice(base.length));
    const left = words(textOf(parseBody(`\n${body.text}`, body.format).tree));
    return pageWords(byPath.get(path) ?? "").flatMap((word) => {
      const at = left.indexOf(word);
      if (at === -1) return [`${path}: ${word}`];
      left.splice(at, 1);
      return [];
    });
  });
}

/** Compares an import with the pages that the tool itself wrote of the same folder. */
function expectSame(
  imported: ImportedSite,
  pages: ReadonlyMap<string, string>,
  least: number,
): void {
  expect(oldPaths(imported, "first")).toEqual([...pages.keys()].map(comparablePath).sort());
  expect(pages.size).toBeGreaterThanOrEqual(least);
  expect(lostWords(imported, pages)).toEqual([]);
  const { archive, bodies, counts } = imported;
  for (const [key, { text, format }] of bodies) {
    const errors = parseBody(`\n${text}`, format).diagnostics.filter(
      ({ severity }) => severity === "error",
    );
    expect({ key, errors }).toEqual({ key, errors: [] });
  }
  // Every file is a text, a file, or left out with its reason.
  const all: Record<string, number> = {};
  const add = (kind: string): void => void (all[kind] = (all[kind] ?? 0) + 1);
  for (const { key } of archive.texts) add(sourceKind(key));
  for (const { key } of archive.files) add(sourceKind(key));
  for (const { kind } of archive.leftOut) add(kind);
  expect(all).toEqual(counts);
}

const noJekyll = await missingTools(["jekyll"]);
test.skipIf(noJekyll !== false).each([
  ["of a template", ""],
  ["date", "permalink: date\n"],
  ["pretty", "permalink: pretty\n"],
  ["ordinal", "permalink: ordinal\n"],
  ["none", "permalink: none\n"],
  ["weekdate", "permalink: weekdate\n"],
  [
    "of many parts",
    "permalink: /:year/:short_month/:i_day/:hour-:minute/:slug/:y_day/:w_year-:week-:w_day/\n",
  ],
  ["without a slash", "permalink: /:categories/:title\n"],
])(
  "addresses and words of Jekyll are those of its own pages, with permalinks %s",
  async (_, style) => {
    const written = JEKYLL_SITE["_config.yml"] ?? "";
    const config = style === "" ? written : written.replace(/^permalink:.*\n/m, style);
    const folder = site({ ...JEKYLL_SITE, "_config.yml": config });
    run(await need("jekyll"), ["build", "--quiet"], folder);
    const imported = await importSite(folder, { from: "jekyll" });
    expectSame(imported, writtenPages(join(folder, "_site")), 21);
    expect(oldPaths(imported, "further")).toEqual(["/old/links"]);
  },
);

const noHugo = await missingTools(["hugo"]);
test.skipIf(noHugo !== false).each([
  ["as it is", ""],
  ["with file names for addresses", "uglyURLs = true\n"],
  ["with every language in a folder", "defaultContentLanguageInSubdir = true\n"],
  ["with upper case in addresses", "disablePathToLower = true\n"],
])("addresses and words of Hugo are those of its own pages, %s", async (_, settings) => {
  const config = settings + (HUGO_SITE["hugo.toml"] ?? "");
  const folder = site({ ...HUGO_SITE, "hugo.toml": config });
  run(await need("hugo"), ["--quiet"], folder);
  const imported = await importSite(folder, { from: "hugo" });
  expectSame(imported, writtenPages(join(folder, "public")), 26);
  const aliases = writtenPages(join(folder, "public"), 'http-equiv="refresh"');
  for (const alias of oldPaths(imported, "further"))
    expect([...aliases.keys()].map(comparablePath)).toContain(alias);
});

const eleventy = provided(() => installedPackages(join(import.meta.dirname, "fixtures/eleventy")));
test.skipIf(eleventy === undefined)(
  "addresses and words of Eleventy are those of its own pages",
  async () => {
    const folder = site(ELEVENTY_SITE);
    const command = join(eleventy ?? "", "node_modules/@11ty/eleventy/cmd.cjs");
    run(process.execPath, [command, "--quiet"], folder);
    const imported = await importSite(folder, { from: "eleventy" });
    const pages = writtenPages(join(folder, "_site"));
    pages.delete("/index.html");
    expectSame(imported, pages, 13);
  },
);

test("addresses and words of Astro are those of its own pages", async () => {
  // Below the project, whose Astro it uses.
  const below = join(ROOT, "node_modules/.cache");
  mkdirSync(below, { recursive: true });
  const folder = site(ASTRO_SITE, below);
  run(process.execPath, [join(ROOT, "node_modules/astro/bin/astro.mjs"), "build"], folder);
  const imported = await importSite(folder, { from: "astro" });
  expectSame(imported, writtenPages(join(folder, "dist")), 9);
});
