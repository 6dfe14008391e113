import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBundle } from "./bundles.ts";
import { writePublicationBelowPath } from "./pages/below-path.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import type { Checkout } from "./checkout-commands.ts";
import { FIXTURE_NOW, removeCodeEntry, writeContent } from "./publication.ts";

const FILE = "articles/2025/06/regatta-live.mdx";
const PAGE = "2025/06/regatta-live/index.html";

/** What a build prints that has the whole text of the article in it, besides the page. */
const FEEDS = [
  "2025/06/regatta-live/atom.xml",
  "atom.xml",
  "authors/ada-lund/rss.xml",
  "authors/mia-roth/rss.xml",
  "feed.json",
  "harbour/atom.xml",
  "harbour/feed.json",
  "harbour/rss.xml",
  "rss.xml",
  "tags/regatta/rss.xml",
];

const base = mkdtempSync(join(tmpdir(), "stet-live-blog-"));
const options = buildIn(base, FIXTURE_NOW);
let checkout: Checkout;
let bundle: Map<string, Buffer>;
beforeAll(async () => {
  await writePublicationBelowPath(options.content);
  removeCodeEntry(options.content);
  checkout = checkoutOf("live-blog");
  await print();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function print(): Promise<void> {
  assertBuilt(await checkout.build(options));
  bundle = readBundle(options.out);
}

/** Edits the live blog, prints it, and gives the files that are others than before. */
async function edit(change: (text: string) => string): Promise<string[]> {
  const before = bundle;
  writeContent(options.content, FILE, change(readFileSync(join(options.content, FILE), "utf8")));
  await print();
  return [...new Set([...before.keys(), ...bundle.keys()])]
    .filter((path) => !/^(?:pagefind|stet-manifest)/.test(path))
    .filter((path) => before.get(path)?.equals(bundle.get(path) ?? Buffer.of()) !== true)
    .sort();
}

function text(path: string): string {
  return bundle.get(path)?.toString("utf8") ?? "";
}

/** The updates of the page by their ids, in order. */
function shown(): Map<string, string> {
  return new Map(
    [...text(PAGE).matchAll(/<article class="live-update[^>]* id="([^"]+)"[^]*?<\/article>/g)].map(
      ([html, id = ""]) => [id, html],
    ),
  );
}

/** The updates of the structured data by their ids, in order. */
function told(): Map<string, unknown> {
  const json = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(text(PAGE))?.[1] ?? "";
  const { "@graph": graph } = JSON.parse(json) as {
    "@graph": { liveBlogUpdate?: { url: string }[]; coverageEndTime?: string }[];
  };
  return new Map(
    graph.flatMap(({ liveBlogUpdate = [] }) =>
      liveBlogUpdate.map((update) => [update.url.split("#")[1] ?? "", update]),
    ),
  );
}

/** The parts of the feed's entry, one for each heading. */
function entry(): string[] {
  const item =
    text("rss.xml")
      .split("<item>")
      .find((one) => one.includes("/regatta-live/")) ?? "";
  return (/<content:encoded>([^]*?)<\/content:encoded>/.exec(item)?.[1] ?? "").split("&lt;h2&gt;");
}

/** Names of what is another value than before. */
function changed(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): string[] {
  return [...after.keys()].filter(
    (key) => JSON.stringify(after.get(key)) !== JSON.stringify(before.get(key)),
  );
}

test("the page, its data and the feed have the updates newest first, whatever their order in the file", () => {
  const ids = ["update-20250610-130000", "update-20250610-102000", "update-first-start"];
  expect([...shown().keys()]).toEqual(ids);
  expect([...told().keys()]).toEqual(ids);
  expect(entry().map((part) => part.split("&lt;")[0])).toEqual([
    "",
    "Key moments",
    "June 10, 2025, 2:00 PM GMT+1",
    "The ferry is in the way",
    "The first start",
    "Notes",
  ]);
});

test("an edit of one update changes only that update, on the page, in its data and in feeds", async () => {
  const [page, data, feed] = [shown(), told(), entry()];
  const files = await edit((text) => text.replace("Nobody was hurt", "Nobody was wet"));
  expect(files).toEqual([PAGE, ...FEEDS].sort());
  expect(changed(page, shown())).toEqual(["update-20250610-102000"]);
  expect(changed(data, told())).toEqual(["update-20250610-102000"]);
  const parts = entry();
  expect(parts.length).toBe(feed.length);
  expect(parts.flatMap((part, at) => (part === feed[at] ? [] : [at]))).toEqual([3]);
});

test("a new update leaves the others as they were, and moves the date of change but not the date", async () => {
  const [page, data] = [shown(), told()];
  const dates = () => ({
    published: /article:published_time" content="([^"]*)/.exec(text(PAGE))?.[1],
    modified: /article:modified_time" content="([^"]*)/.exec(text(PAGE))?.[1],
  });
  const before = dates();
  const files = await edit((text) =>
    text.replace(
      "[^1]:",
      '<LiveUpdate time="2025-06-11T07:00:00Z" title="The cup">\n\nIt is of tin.\n\n</LiveUpdate>\n\n[^1]:',
    ),
  );
  expect(files).toEqual(
    [
      PAGE,
      ...FEEDS,
      "harbour/headlines.xml",
      "headlines.xml",
      "sitemap.xml",
      "sitemaps/2025-06.xml",
    ].sort(),
  );
  expect([...shown().keys()]).toEqual(["update-20250611-070000", ...page.keys()]);
  expect(changed(page, shown())).toEqual(["update-20250611-070000"]);
  expect(changed(data, told())).toEqual(["update-20250611-070000"]);
  expect(dates()).toEqual({ ...before, modified: "2025-06-11T08:00:00+01:00" });
  expect(text("sitemaps/2025-06.xml")).toContain("<lastmod>2025-06-11T08:00:00+01:00</lastmod>");
  expect(text("rss.xml")).toContain("<atom:updated>2025-06-11T07:00:00.000Z</atom:updated>");
});

test("when it ends, its page, its lists and its feeds say so, by the front matter and not by the clock", async () => {
  options.now = "2025-06-20T12:00:00Z";
  await print();
  expect(text(PAGE)).toContain('data-live="on"');
  expect(text(PAGE)).toContain('class="live-news"');
  expect(text("harbour/index.html")).toContain('<strong class="label label-live">Live</strong>');
  const [page, data] = [shown(), told()];
  await edit((text) =>
    text.replace("kind: live\n", "kind: live\nended: 2025-06-11T18:00:00+01:00\n"),
  );
  expect(changed(page, shown())).toEqual([]);
  expect(changed(data, told())).toEqual([]);
  expect(text(PAGE)).toContain('data-live="ended"');
  expect(text(PAGE)).toContain('"coverageEndTime":"2025-06-11T18:00:00+01:00"');
  expect(text(PAGE)).not.toContain('class="live-news"');
  for (const list of [
    PAGE,
    "harbour/index.html",
    "2025/06/index.html",
    "tags/regatta/index.html",
  ]) {
    expect(text(list), list).toContain(
      '<strong class="label label-live-ended">Live, ended</strong>',
    );
    expect(text(list), list).not.toContain(">Live<");
  }
  expect(entry()[0]).toContain("Live, ended: June 11, 2025, 6:00 PM GMT+1");
});
