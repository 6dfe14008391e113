import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ArchiveError } from "../../src/import/archive.ts";
import type { MarkdownOptions } from "../../src/import/markdown/read-markdown.ts";
import { readMarkdown } from "../../src/import/markdown/read-markdown.ts";
import { importSite } from "./fixtures/imported-site.ts";
import type { SiteFiles } from "./fixtures/source-sites.ts";
import { writeSite } from "./fixtures/written-site.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function site(files: SiteFiles): string {
  const folder = writeSite(files);
  folders.push(folder);
  return folder;
}

async function refusal(folder: string, from: MarkdownOptions["from"]): Promise<string> {
  try {
    await readMarkdown(folder, { from }).read(() => undefined);
  } catch (error) {
    if (error instanceof ArchiveError) return error.message.replaceAll(folder, "FOLDER");
    throw error;
  }
  return "read";
}

test("a folder that is none is refused", async () => {
  const folder = site({ "a.md": "" });
  expect(await refusal(join(folder, "none"), "hugo")).toBe(
    "There is no folder FOLDER. Give the folder of the site's source.",
  );
  expect(await refusal(join(folder, "a.md"), "hugo")).toBe(
    "FOLDER is a file. Give the folder of the site's source.",
  );
  const empty = temporaryFolder("empty");
  folders.push(empty);
  expect(await refusal(empty, "jekyll")).toBe(
    "FOLDER has no files. Give the folder of the site's source.",
  );
});

test.each<[MarkdownOptions["from"], SiteFiles, string]>([
  [
    "hugo",
    { "_config.yml": "", "_posts/2019-01-01-a.md": "" },
    "FOLDER is not the source of a site made with hugo: expected `hugo.toml` (or `config.toml`, `.yaml`, `.json`) and a folder `content/`.\nFound `_config.yml`, `_posts/`.\nIt looks like --from jekyll.",
  ],
  [
    "jekyll",
    { "package.json": '{"devDependencies": {"@11ty/eleventy": "3"}}', "a.md": "" },
    "FOLDER is not the source of a site made with jekyll: expected `_config.yml` or a folder `_posts/`.\nFound `a.md`, `package.json`.\nIt looks like --from eleventy.",
  ],
  [
    "astro",
    { "docs/hugo.toml": "", "README.md": "" },
    "FOLDER is not the source of a site made with astro: expected `astro.config.mjs` and a folder `src/content/` or `src/pages/`.\nFound `README.md`, `docs/`.\nA site's configuration is in `docs/hugo.toml`: give that folder.",
  ],
])("the folder of another site than one of %s is refused", async (from, files, message) => {
  expect(await refusal(site(files), from)).toBe(message);
});

test("all files with faults are told of at once, with their places", async () => {
  const folder = site({
    "_config.yml": "title: [\n",
    "_posts/2019-01-01-a.md": "---\ntitle: a: b\n---\n",
    "_posts/2019-01-02-b.md": "---\ntitle: B\n",
    "_posts/2019-01-03-c.md": "---\ntitle: C\ndate: 2026-02-30\n---\n",
    "_posts/2019-01-04-d.md": "---\ntitle: D\nupdated: soon\n---\n",
  });
  writeFileSync(join(folder, "_posts/2019-01-05-e.md"), Buffer.from([0x2d, 0xe9, 0x0a]));
  expect((await refusal(folder, "jekyll")).split("\n")).toEqual([
    "_config.yml:2:1: Flow sequence in block collection must be sufficiently indented and end with a ]",
    "_posts/2019-01-01-a.md:2:8: Nested mappings are not allowed in compact mappings",
    "_posts/2019-01-02-b.md:1:1: the front matter has no closing `---`",
    expect.stringContaining("_posts/2019-01-05-e.md:1:2: "),
    "_posts/2019-01-03-c.md:3: date: there is no day 2026-02-30",
    "_posts/2019-01-04-d.md:3: updated: `soon` is no date that can be read",
  ]);
});

test("no link is followed out of the folder, nor round in a circle", async () => {
  const outside = site({ "secret.md": "---\ntitle: Secret\n---\n" });
  const folder = site({
    "hugo.toml": "",
    "content/posts/a.md": "---\ntitle: A\ndate: 2019-01-01\n---\n",
  });
  symlinkSync(outside, join(folder, "content/out"));
  symlinkSync(join(outside, "secret.md"), join(folder, "content/posts/secret.md"));
  symlinkSync(folder, join(folder, "content/round"));
  symlinkSync(join(folder, "content/posts/a.md"), join(folder, "content/b.md"));
  const { archive, counts } = await importSite(folder, { from: "hugo" });
  expect(archive.texts.map(({ key }) => key)).toEqual(["content/b.md", "content/posts/a.md"]);
  expect(
    archive.leftOut.filter(({ kind }) => kind === "link").map(({ key, why }) => `${key}: ${why}`),
  ).toEqual([
    "content/out: a symbolic link that leads out of the folder, which is not followed",
    "content/posts/secret.md: a symbolic link that leads out of the folder, which is not followed",
    "content/round: a link to a folder that it lies in",
  ]);
  expect(counts["link"]).toBe(3);
});

test("of two texts with one address both are kept, and one gets another name", async () => {
  const folder = site({
    "_config.yml": "",
    "a.md": "---\ntitle: A\nredirect_from: /b.html\n---\n",
    "b.md": "---\ntitle: B\n---\n",
    "c.md": "---\ntitle: C\npermalink: /b.html\n---\n",
  });
  const { archive } = await importSite(folder, { from: "jekyll" });
  expect(archive.texts.map(({ key, slug, addresses }) => [key, slug, addresses])).toEqual([
    ["a.md", "a", ["/a.html"]],
    ["b.md", "b", ["/b.html"]],
    ["c.md", "c-2", []],
  ]);
  expect(archive.texts.map(({ notes }) => notes)).toEqual([
    ["its address /b.html is also that of b.md, which keeps it"],
    undefined,
    ["its address /b.html is also that of b.md, which keeps it; this text is called `c-2`"],
  ]);
});
