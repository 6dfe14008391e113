import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXIT } from "../../src/cli/outcome.ts";
import { animation, drawing, OWNER, photograph } from "../fixtures/image-files.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { witnessingOpenings } from "./openings.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import type { TestBuild, Checkout, Run } from "./checkout-commands.ts";
import { writeContent } from "./publication.ts";

const ORIGIN = "https://quay.example";
const BASE = "/paper";
const LEAD = "articles/2026/03/harbour.jpg";
const lines = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="210"><path fill="${colour}" d="M0 0h400v210H0z"/></svg>`;

const STORY = `---
title: The harbour in pictures
description: One of each kind.
category: town
author: ada
date: 2026-03-02
image: { src: ./harbour.jpg, alt: The harbour at noon, credit: Ada Palmer }
---

Words before the first picture.

![The harbour once more](./harbour.jpg)

![A chart](./chart.png "By year") ![A plan](./plan.png) ![An icon](./icon.png)

<Figure src="./pier.jpg" alt="The pier" caption="The pier." credit="Ada Palmer" wide />

![The tide](./tide.gif) ![A map](./map.svg) ![The crest](/crest.png)
`;

const PLAIN = `---
title: A story without a picture
description: Words only.
category: town
author: ada
date: 2026-03-01
---

Words.
`;

const base = mkdtempSync(join(tmpdir(), "stet-pictures-"));
const options = buildIn(base, "2026-04-01T12:00:00Z");
const originals = new Map<string, Uint8Array>();
let checkout: Checkout;
let first: Run;
let bundle: Map<string, Buffer>;

beforeAll(async () => {
  const texts = {
    "site.yaml": `name: The Quay\nurl: ${ORIGIN}${BASE}\ndescription: Pictures.\nlanguage: en\ntimezone: UTC\nimage: ./share.svg\nlogo: /crest.png\n`,
    "authors/ada.yaml": "name: Ada Palmer\n",
    "categories/town.yaml": "title: Town\n",
    "pages/about.md": "---\ntitle: About\n---\n\n![The crest](/crest.png)\n",
    "articles/2026/03/pictures.mdx": STORY,
    "articles/2026/03/plain.md": PLAIN,
    "share.svg": lines("#357"),
    "articles/2026/03/map.svg": lines("#753"),
  };
  for (const [file, text] of Object.entries(texts)) writeContent(options.content, file, text);
  originals
    .set(LEAD, await photograph(1700, 1300))
    .set("articles/2026/03/pier.jpg", await photograph(900, 1300, 2))
    .set("articles/2026/03/chart.png", await drawing(1400, 900))
    .set("articles/2026/03/plan.png", await drawing(700, 900, "none"))
    .set("articles/2026/03/icon.png", await drawing(48, 48))
    .set("articles/2026/03/tide.gif", await animation(200, 100))
    .set("public/crest.png", await drawing(300, 300));
  for (const [file, bytes] of originals) writeContent(options.content, file, bytes);
  checkout = checkoutOf("pictures");
  first = await checkout.build(options);
  assertBuilt(first);
  bundle = readBundle(options.out);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A `picture`, or an `img` that stands alone. */
interface Shown {
  page: string;
  image: Element;
  sources: Element[];
}

function shownImages(): Shown[] {
  const shown: Shown[] = [];
  for (const [page, bytes] of bundle) {
    if (!page.endsWith(".html")) continue;
    const walk = (node: Root | Element, sources: Element[]): void => {
      for (const child of node.children) {
        if (child.type !== "element") continue;
        if (child.tagName === "img") shown.push({ page, image: child, sources });
        walk(child, child.tagName === "picture" ? elementsOf(child, "source") : []);
      }
    };
    walk(fromHtml(bytes.toString()), []);
  }
  return shown;
}

function elementsOf({ children }: Element, tagName: string): Element[] {
  return children.filter(
    (child) => child.type === "element" && child.tagName === tagName,
  ) as Element[];
}

/** The pictures of the article, in their order. */
function ofStory(): Shown[] {
  return shownImages().filter(({ page }) => page === "2026/03/pictures/index.html");
}

/** Addresses and widths that a `source` offers. */
function offers({ properties }: Element): { url: string; width: number }[] {
  return String(properties["srcSet"])
    .split(", ")
    .map((offer) => {
      const [url = "", width = ""] = offer.split(" ");
      return { url, width: Number.parseInt(width) };
    });
}

/** The file of the bundle at an address of a page. */
function fileAt(url: string): Buffer {
  const file = bundle.get(decodeURI(url).slice(BASE.length + 1));
  if (file === undefined) throw new Error(`${url} is not in the bundle.`);
  return file;
}

describe("on every page", () => {
  test("every picture and every form that it offers says how large it is", () => {
    const shown = shownImages();
    expect(new Set(shown.map(({ page }) => page)).size).toBeGreaterThan(1);
    for (const { page, image, sources } of shown) {
      for (const { properties } of [image, ...sources]) {
        expect(Number(properties["width"]), page).toBeGreaterThan(0);
        expect(Number(properties["height"]), page).toBeGreaterThan(0);
      }
    }
  });

  test("the size that is said is the ratio of every file behind it", async () => {
    for (const { image, sources } of shownImages()) {
      const ratio = Number(image.properties["width"]) / Number(image.properties["height"]);
      const urls = [
        String(image.properties["src"]),
        ...sources.flatMap(offers).map(({ url }) => url),
      ];
      for (const url of urls) {
        const { width, height } = await sharp(fileAt(url)).metadata();
        expect(Math.abs(width / height - ratio), url).toBeLessThan(0.01);
      }
    }
  });

  test("every form that is offered is in the bundle, as wide as it is said to be", async () => {
    const all = shownImages().flatMap(({ sources }) => sources);
    expect(all.length).toBeGreaterThan(3);
    for (const source of all) {
      expect(source.properties["type"]).toBe("image/webp");
      expect(source.properties["sizes"]).toBeTruthy();
      for (const { url, width } of offers(source)) {
        const file = await sharp(fileAt(url)).metadata();
        expect([file.format, file.width], url).toEqual(["webp", width]);
      }
    }
  });

  test("what is offered in WebP is there as a JPEG or PNG too", async () => {
    const chosen = shownImages().filter(({ sources }) => sources.length > 0);
    const formats = new Set<string>();
    for (const { image } of chosen)
      formats.add((await sharp(fileAt(String(image.properties["src"]))).metadata()).format);
    expect([...formats].sort()).toEqual(["jpeg", "png"]);
  });
});

test("the lead picture is loaded first, all that follow when readers come near them", () => {
  const [lead, ...below] = ofStory().map(({ image: { properties } }) => properties);
  expect(lead).toMatchObject({ alt: "The harbour at noon", fetchPriority: "high" });
  expect(lead?.["loading"]).toBeUndefined();
  expect(below.map(({ alt }) => alt)).toEqual([
    "The harbour once more",
    "A chart",
    "A plan",
    "An icon",
    "The pier",
    "The tide",
    "A map",
    "The crest",
  ]);
  expect(below.filter(({ loading }) => loading !== "lazy")).toEqual([]);
});

test("a drawing in lines and an animation are shown as they are", () => {
  const urls = ofStory().map(({ image }) => String(image.properties["src"]));
  const bytesOf = (name: RegExp): Buffer => fileAt(urls.find((url) => name.test(url)) ?? "");
  expect(bytesOf(/map\..*\.svg$/).toString()).toBe(lines("#753"));
  expect(
    bytesOf(/tide\..*\.gif$/).equals(originals.get("articles/2026/03/tide.gif") ?? Buffer.alloc(0)),
  ).toBe(true);
});

test("every file below /media/ is named by a page, a feed or the manifest, and every one that they name is there", () => {
  const named = new Set<string>();
  for (const [path, bytes] of bundle) {
    if (!/\.(?:html|xml|webmanifest)$/.test(path)) continue;
    for (const [, url = ""] of bytes.toString().matchAll(/\/paper\/(media\/[\w.-]+)/g))
      named.add(url);
  }
  const there = [...bundle.keys()].filter((path) => path.startsWith("media/"));
  expect([...named].filter((url) => !bundle.has(url))).toEqual([]);
  expect(there.filter((path) => !named.has(path))).toEqual([]);
});

test("no original that says who took it and where is in the bundle, nor a word of that", () => {
  const told = [...originals].filter(([, bytes]) => Buffer.from(bytes).includes(OWNER));
  expect(told.map(([file]) => file)).toEqual([LEAD, "articles/2026/03/pier.jpg"]);
  for (const [path, bytes] of bundle) {
    expect(bytes.includes(OWNER), path).toBe(false);
    expect(told.filter(([, original]) => bytes.equals(original)).map(() => path)).toEqual([]);
  }
});

test("share cards show the lead picture, or what site.yaml names; feeds and search engines its logo", () => {
  const card = (page: string) =>
    /<meta property="og:image" content="([^"]*)"/.exec(bundle.get(page)?.toString() ?? "")?.[1];
  expect(card("2026/03/pictures/index.html")).toMatch(/\/paper\/media\/harbour\..*-1200x630\.jpg$/);
  for (const page of ["index.html", "2026/03/plain/index.html", "about/index.html"])
    expect(card(page), page).toMatch(/\/paper\/media\/share\..*-1200x630\.jpg$/);
  expect(bundle.get("rss.xml")?.toString()).toMatch(
    /<image><url>https:\/\/quay\.example\/paper\/media\/crest\.[\da-f]+-144\.png<\/url>/,
  );
  expect(bundle.get("index.html")?.toString()).toMatch(/media\/crest\.[\da-f]+-300\.png/);
});

test("the first build makes pictures, the second makes none and changes nothing", async () => {
  expect(first.stderr).toMatch(/^Making pictures \(\d+\)$/m);
  const second = await checkout.build(options);
  assertBuilt(second);
  expect(second.stderr).not.toContain("Making pictures");
  expect(bundleDifferences(readBundle(options.out), bundle)).toEqual([]);
});

test("an SVG that runs a script is refused, and the bundle stays as it was", async () => {
  const acting = lines("#753").replace("<path", "<script>alert(1)</script><path");
  writeContent(options.content, "articles/2026/03/map.svg", acting);
  const run = await checkout.build(options);
  writeContent(options.content, "articles/2026/03/map.svg", lines("#753"));
  expect(run.code).toBe(EXIT.invalid);
  expect(run.stderr + run.stdout).toMatch(/pictures\.mdx:\d+:\d+ {2}error {2}picture\/unsafe/);
  expect(bundleDifferences(readBundle(options.out), bundle)).toEqual([]);
});

/** Builds, and gives the files that were opened in the folders of the publication, below them and in order. */
async function openedBy(build: TestBuild): Promise<string[]> {
  const list = join(base, "opened");
  rmSync(list, { force: true });
  assertBuilt(await checkout.build({ ...build, environment: witnessingOpenings(list) }));
  const folders = [build.content, build.out, join(build.cache, "media")];
  const opened = readFileSync(list, "utf8").split("\n");
  return folders
    .flatMap((folder) =>
      opened.flatMap((file) => (file.startsWith(folder) ? [file.slice(folder.length + 1)] : [])),
    )
    .sort();
}

const isImage = (file: string): boolean => /\.(?:jpg|png|gif|webp|svg|ico)$/.test(file);

test("where only a text was corrected, no picture and no form of one is opened", async () => {
  // One that was laid there a moment ago is looked at once more.
  assertBuilt(await checkout.build(options));
  writeContent(options.content, "articles/2026/03/plain.md", `${PLAIN}\nMore words.\n`);
  const opened = await openedBy(options);
  expect(opened).toContain("articles/2026/03/plain.md");
  expect(opened.filter(isImage)).toEqual([]);
  expect(opened.filter((file) => /^[\da-f]{64}\./.test(file))).toEqual([]);
  writeContent(options.content, "articles/2026/03/plain.md", PLAIN);
  assertBuilt(await checkout.build(options));
});

test("a picture that is replaced under its name has new files, and no other picture is read or has", async () => {
  writeContent(options.content, LEAD, await photograph(1700, 1300, 9));
  const opened = await openedBy(options);
  expect([...new Set(opened.filter(isImage))].filter((file) => originals.has(file))).toEqual([
    LEAD,
  ]);
  const after = readBundle(options.out);
  const changed = bundleDifferences(after, bundle).filter((one) => one.startsWith("media/"));
  const stem = (one: string): string => one.replace(/^media\/([\w-]+)\..*: /, "$1: ");
  expect([...new Set(changed.map(stem))].sort()).toEqual([
    "harbour: is missing",
    "harbour: should not be there",
  ]);
});

test("what a build had made when it was killed is not made again", async () => {
  const fresh = { ...options, out: join(base, "fresh out"), cache: join(base, "fresh cache") };
  const media = join(fresh.cache, "media");
  const made = (): Map<string, number> =>
    new Map(
      (existsSync(media) ? readdirSync(media) : [])
        .filter((name) => /^[\da-f]{64}\./.test(name))
        .map((name) => [name, statSync(join(media, name)).ino]),
    );
  const { child, ended } = checkout.start(fresh);
  while (made().size === 0 && child.exitCode === null) await setTimeout(5);
  child.kill("SIGKILL");
  await ended;
  const before = made();
  expect(before.size).toBeGreaterThan(0);
  assertBuilt(await checkout.build(fresh));
  const after = made();
  expect([...before].filter(([name, ino]) => after.get(name) !== ino)).toEqual([]);
  expect(after.size).toBeGreaterThan(before.size);
});
