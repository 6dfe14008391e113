import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import type { ArchiveText } from "../../src/import/archive.ts";
import type { MarkdownOptions } from "../../src/import/markdown/read-markdown.ts";
import { importSite } from "./fixtures/imported-site.ts";
import type { ImportedSite } from "./fixtures/imported-site.ts";
import type { SiteFiles } from "./fixtures/source-sites.ts";
import { writeSite } from "./fixtures/written-site.ts";

const NOW = Date.parse("2026-01-01T00:00:00Z");

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function imported(from: MarkdownOptions["from"], files: SiteFiles): Promise<ImportedSite> {
  const folder = writeSite(files);
  folders.push(folder);
  return importSite(folder, { from, now: NOW });
}

/** A text of Hugo with this front matter. */
async function hugoText(
  frontMatter: string,
  body = "Words.\n",
  more: SiteFiles = {},
): Promise<ArchiveText> {
  const { archive } = await imported("hugo", {
    "hugo.toml": "baseURL = 'https://old.example/'\nlanguageCode = 'en'\n",
    "content/posts/a.md": `---\n${frontMatter}\n---\n${body}`,
    ...more,
  });
  const [text] = archive.texts;
  if (text === undefined) throw new Error("There is no text.");
  return text;
}

test.each<[string, Partial<ArchiveText>]>([
  [
    "title: A title\ndate: 2019-05-03",
    { title: "A title", date: "2019-05-03", state: "public", kind: "article" },
  ],
  ["publishDate: 2019-05-03", { title: "a", date: "2019-05-03" }],
  ["date: 2019-05-03\nlastmod: 2020-01-01", { modified: "2020-01-01" }],
  ["date: 2019-05-03T10:00:00Z\nupdated: 2019-05-03T09:00:00Z", { modified: undefined }],
  ["date: 2019-05-03\ndraft: true", { state: "draft", why: undefined, addresses: [] }],
  ["date: 2019-05-03\nexpiryDate: 2025-12-31", { state: "draft", why: "it expired on 2025-12-31" }],
  ["date: 2019-05-03\nexpiryDate: 2026-12-31", { state: "public" }],
  [
    "date: 2019-05-03\nheadless: true",
    { state: "draft", why: "`headless` is true, so it had no page" },
  ],
  ["date: 2099-05-03", { state: "public", date: "2099-05-03" }],
  ["date: 2019-05-03\nsummary: In short.", { excerpt: "In short." }],
  ["date: 2019-05-03\nsticky: true", { isPinned: true }],
  ["date: 2019-05-03\nweight: 3\nfeatured: true", { isPinned: undefined }],
  ["date: 2019-05-03\nguid: tag:x,2019:a", { feedId: "tag:x,2019:a" }],
  ["date: 2019-05-03\nid: a-document", { feedId: undefined }],
  [
    "date: 2019-05-03\ncanonical_url: https://else.example/a",
    { canonical: "https://else.example/a" },
  ],
  ["date: 2019-05-03\nlang: fr", { language: "fr" }],
  ["date: 2019-05-03\nlang: en", { language: undefined }],
  [
    "date: 2019-05-03\nseo:\n  title: S\n  description: D",
    { seo: { title: "S", description: "D" } },
  ],
  ["date: 2019-05-03\ntype: page", { kind: "page" }],
  ["title: A", { kind: "page", date: undefined }],
  [
    "date: 2019-05-03\naliases: [/x/, y, 'https://old.example/z/']",
    {
      addresses: [
        "https://old.example/posts/a/",
        "https://old.example/x/",
        "https://old.example/posts/y",
        "https://old.example/z/",
      ],
    },
  ],
  ["date: 2019-05-03\nauthor: Ada Love", { authors: ["ada-love"] }],
  [
    "date: 2019-05-03\nauthors: [Ada, { name: Bo, url: https://bo.example }]",
    { authors: ["ada", "bo"] },
  ],
  ["date: 2019-05-03\nauthors: Ada, Bo", { authors: ["ada", "bo"] }],
  [
    "date: 2019-05-03\ntags: one two, three\ncategory: News",
    { terms: ["category:news", "tag:one-two", "tag:three"] },
  ],
  ["date: 2019-05-03\nkeywords: [a]\nseries: The Lock", { terms: ["tag:a", "series:the-lock"] }],
  ["date: 2019-05-03\ntags: [{ name: A b }]", { terms: ["tag:a-b"] }],
])("front matter %j", async (frontMatter, fields) => {
  const text: Record<string, unknown> = { ...(await hugoText(frontMatter)) };
  expect(Object.fromEntries(Object.keys(fields).map((key) => [key, text[key]]))).toEqual(fields);
});

test.each<[string, string | undefined]>([
  ["Before *it*.\n\n<!--more-->\n\nBehind.", "Before it."],
  ["Without.", undefined],
])("an excerpt ends at its mark: %j", async (body, excerpt) => {
  expect((await hugoText("date: 2019-05-03", body)).excerpt).toBe(excerpt);
});

test.each<[string, ArchiveText["image"]]>([
  ["image: /lock.png", { file: "static/lock.png" }],
  ["image: lock.png\nimage_alt: A lock", { file: "static/lock.png", alt: "A lock" }],
  [
    "cover:\n  image: https://old.example/lock.png\n  alt: A\n  caption: C",
    { file: "static/lock.png", alt: "A", caption: "C" },
  ],
  ["images: [/lock.png]", { file: "static/lock.png" }],
  ["header:\n  teaser: /lock.png", { file: "static/lock.png" }],
  ["heroImage: /lock.png\nheroImageAlt: H", { file: "static/lock.png", alt: "H" }],
  ["image: https://else.example/lock.png", undefined],
])("a lead picture: %j", async (frontMatter, image) => {
  const text = await hugoText(`date: 2019-05-03\n${frontMatter}`, "", { "static/lock.png": "x" });
  expect(text.image).toEqual(image);
});

test("files lie beside the one text that refers to them, and in public/ otherwise", async () => {
  const { archive } = await imported("hugo", {
    "hugo.toml": "baseURL = 'https://old.example/paper/'\n",
    "content/posts/a/index.md":
      "---\ndate: 2019-05-03\n---\n![](own.PNG) ![](/paper/both.png) [f](/paper/a%20file.pdf)\n{{< figure src='one.jpg' >}}",
    "content/posts/a/own.PNG": "x",
    "content/posts/b.md":
      "---\ndate: 2019-05-03\n---\n![](/paper/both.png) <video src='/paper/film.mp4'></video>\n",
    "static/both.png": "x",
    "static/one.jpg": "x",
    "static/a file.pdf": "x",
    "static/film.mp4": "x",
    "static/robots.txt": "x",
    "static/CNAME": "x",
    "static/favicon.ico": "x",
    "static/script.js": "x",
    "static/googleabcdef0123456789.html": "x",
    "assets/unused.png": "x",
  });
  expect(archive.files.map(({ key, target, addresses }) => [key, target, addresses])).toEqual([
    [
      "content/posts/a/own.PNG",
      { besideText: "content/posts/a/index.md", name: "a-own.png" },
      ["https://old.example/paper/posts/a/own.PNG", "https://old.example/paper/posts/a/own.png"],
    ],
    [
      "static/a file.pdf",
      { besideText: "content/posts/a/index.md", name: "a-file.pdf" },
      ["https://old.example/paper/a%20file.pdf"],
    ],
    ["static/both.png", { public: "both.png" }, ["https://old.example/paper/both.png"]],
    ["static/favicon.ico", { public: "favicon.ico" }, ["https://old.example/paper/favicon.ico"]],
    ["static/film.mp4", { public: "film.mp4" }, ["https://old.example/paper/film.mp4"]],
    [
      "static/googleabcdef0123456789.html",
      { public: "googleabcdef0123456789.html" },
      ["https://old.example/paper/googleabcdef0123456789.html"],
    ],
    [
      "static/one.jpg",
      { besideText: "content/posts/a/index.md", name: "a-one.jpg" },
      ["https://old.example/paper/one.jpg"],
    ],
  ]);
  expect(archive.leftOut.map(({ key }) => key)).toEqual([
    "assets/unused.png",
    "hugo.toml",
    "static/CNAME",
    "static/robots.txt",
    "static/script.js",
  ]);
  expect(archive.leftOut.find(({ key }) => key === "static/CNAME")?.why).toBe(
    "Hosts read a file of this name as configuration, or run it. Copy it into `public/` yourself and list it under `public` in `site.yaml` if it is wanted.",
  );
});

test("what Hugo says of its sections, terms, menus and authors is kept", async () => {
  const { archive } = await imported("hugo", {
    "hugo.toml":
      "baseURL = 'https://old.example/'\ntitle = 'The Lock'\n[params]\ndescription = 'D'\n[[menu.main]]\nname = 'B'\nurl = '/b/'\nweight = 2\n[[menu.main]]\nname = 'A'\npageRef = '/a'\nweight = 1\n",
    "content/news/_index.md": "---\ntitle: The News\n---\nWhat is *new*.\n",
    "content/news/a.md": "---\ndate: 2019-05-03\nauthor: ada\ntags: [x]\n---\n",
    "content/tags/x/_index.md": "---\ntitle: The X\ndescription: All of it\n---\n",
    "data/authors.yaml": "ada:\n  name: Ada Love\n  bio: She counts.\n",
  });
  expect(archive.site).toEqual({
    title: "The Lock",
    description: "D",
    url: "https://old.example/",
    language: "en",
  });
  expect(archive.menus).toEqual([
    {
      name: "main",
      location: "main",
      items: [
        { label: "A", href: "/a" },
        { label: "B", href: "/b/" },
      ],
    },
  ]);
  expect(archive.authors).toEqual([
    { key: "ada", name: "Ada Love", slug: "ada", bio: "She counts.", addresses: [] },
  ]);
  expect(archive.terms).toEqual([
    {
      key: "category:news",
      kind: "category",
      name: "The News",
      slug: "news",
      description: "What is new.",
      addresses: ["https://old.example/categories/news/"],
    },
    {
      key: "tag:x",
      kind: "tag",
      name: "The X",
      slug: "x",
      description: "All of it",
      addresses: ["https://old.example/tags/x/"],
    },
  ]);
});

test("a text of Jekyll that only led on is a redirect, and one that is not published is a draft", async () => {
  const { archive } = await imported("jekyll", {
    "_config.yml": "url: https://old.example\nbaseurl: /paper\ntimezone: Europe/Berlin\n",
    "old.md": "---\nredirect_to: https://else.example/\n---\n",
    "_posts/2019-05-03-a.md": "---\npublished: false\n---\n",
    "_drafts/b.md": "---\ntitle: B\n---\n",
    "_posts/2019-05-04-c.md": "---\ntags: x y\n---\nFirst\n\nSecond\n",
    "_posts/2019-05-05-d.md":
      "---\nexcerpt_separator: <!--cut-->\n---\nFirst\n\n<!--cut-->\nSecond\n",
  });
  expect(archive.redirects).toEqual([
    { from: "https://old.example/paper/old.html", to: "https://else.example/" },
  ]);
  expect(archive.site).toEqual({ url: "https://old.example/paper/", timezone: "Europe/Berlin" });
  expect(
    archive.texts.map(({ key, state, why, terms, excerpt }) => [key, state, why, terms, excerpt]),
  ).toEqual([
    ["_drafts/b.md", "draft", "it lies in `_drafts`", [], undefined],
    ["_posts/2019-05-03-a.md", "draft", "`published` is false", [], undefined],
    ["_posts/2019-05-04-c.md", "public", undefined, ["tag:x", "tag:y"], undefined],
    ["_posts/2019-05-05-d.md", "public", undefined, [], "First"],
  ]);
});

test("an address that only the old site's own code knows is left open, and noted", async () => {
  const { archive } = await imported("eleventy", {
    ".eleventy.js": "module.exports = () => ({ dir: { input: '.' } });\n",
    "posts/posts.11tydata.js": "module.exports = { permalink: (data) => data.x };\n",
    "posts/2019-05-03-a.md": "---\ntitle: A\n---\n",
    "b.md": "---\ntitle: B\npermalink: /{{ title | own }}/\n---\n",
  });
  expect(archive.texts.map(({ key, addresses }) => [key, addresses])).toEqual([
    ["b.md", []],
    ["posts/2019-05-03-a.md", []],
  ]);
  expect(archive.notes).toEqual([
    "posts/posts.11tydata.js: `permalink` is a function, so old addresses below are not known",
  ]);
  const own = ["its old address is not known: its permalink is computed by the site's own code"];
  expect(archive.texts.map(({ notes }) => notes)).toEqual([own, own]);
});

test("bodies come in the order of the texts, with what their converter needs", async () => {
  const { archive, bodies } = await imported("hugo", {
    "hugo.toml": "baseURL = 'https://old.example/'\n",
    "content/posts/a.md":
      '---\ndate: 2019-05-03\n---\n[b](b.md#h) [c]({{< ref "posts/c" >}}) ![x](../../static/x.png)\n',
    "content/posts/b.md": "---\ndate: 2019-05-03\n---\nWords.\n",
    "content/posts/c/index.md": "---\ndate: 2019-05-03\n---\nWords.\n",
    "static/x.png": "x",
  });
  expect([...bodies.keys()]).toEqual(archive.texts.map(({ key }) => key));
  expect(bodies.get("content/posts/a.md")).toMatchObject({
    text: "[b](/new/content/posts/b.md#h) [c](/new/content/posts/c/index.md) ![x](./a-x.png)\n",
    files: ["static/x.png"],
  });
});
