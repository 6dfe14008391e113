import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { fetchFiles } from "../fixtures/search-index.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { readFeeds } from "./feeds/readers.ts";
import { openNewsroom } from "./newsroom.ts";
import { join } from "node:path";

const room = openNewsroom();
const { at, stet, git, read, write, replace, page, filesWith, find } = room;

const FERRY = "content/articles/2026/03/the-ferry-runs-again.mdx";
const RENAMED = "content/articles/2026/03/ferry-back-in-service.mdx";
const BUDGET = "content/articles/2026/04/the-budget-is-out.mdx";
const QUAY = "content/articles/2026/03/the-quay-is-closed.mdx";
const LAST = "content/articles/2026/02/letter-from-the-lock.mdx";

beforeAll(() => {
  vi.stubGlobal("fetch", fetchFiles());
  write("package.json", '{ "private": true }\n');
  write(".gitignore", "node_modules/\ndist/\ndist.status.json\n.cache/\n.stet/\n");
  write(
    "content/site.yaml",
    "name: The Harbour Post\nurl: https://paper.example/\ndescription: News of a harbour.\nlanguage: en\ntimezone: Europe/London\n",
  );
  write("content/categories/news.yaml", "title: News\n");
  write("content/authors/news-desk.yaml", "name: News desk\n");
  write("content/authors/lock-desk.yaml", "name: Lock desk\n");
  write(
    QUAY,
    "---\ntitle: The quay is closed\ndescription: Until the summer.\ncategory: news\nauthor: news-desk\ndate: 2026-03-02\n---\n\nA wall has moved.\n",
  );
  write(
    LAST,
    "---\ntitle: Letter from the lock\ndescription: What the keeper saw.\ncategory: news\nauthor: lock-desk\ndate: 2026-02-10\n---\n\nThe heronry is empty.\n",
  );
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  at("2026-03-30T08:00:00Z");
  git("commit", "--quiet", "--message=Begin");
  expect(stet("hook")).toMatchObject({ code: 0 });
});
afterAll(() => {
  vi.unstubAllGlobals();
  room.remove();
});

/** Builds, and fails with what the build said unless it ended well. Gives its summary. */
function build(): string {
  const { code, stdout, stderr } = stet("build");
  expect(code, stdout + stderr).toBe(0);
  expect(stet("verify")).toMatchObject({ code: 0 });
  return stdout;
}

/** The entries of a feed as a feed reader sees them, by their titles. */
async function entriesOf(path: string) {
  const feeds = await readFeeds(join(room.folder, "dist"), [path]);
  return new Map((feeds.get(path)?.strict.items ?? []).map((item) => [item.title, item]));
}

test("a new article is a draft that nobody reads", () => {
  at("2026-03-30T09:00:00Z");
  const { code, stdout } = stet("article", "The ferry runs again", "--author", "news-desk");
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${FERRY}\n` });
  build();
  expect(filesWith("ferry-runs-again")).toEqual([]);
});

test("the check finds every fault of the text at once, each at its line", () => {
  replace(FERRY, "WRITE A SENTENCE OR TWO HERE", "Twice a day, from Monday.");
  replace(FERRY, "category: news", "category: news\nkind: “explainer”");
  replace(FERRY, "# Remove this line and the next to publish the article.\ndraft: true\n", "");
  replace(FERRY, "author: news-desk", "author: news-dsk");
  replace(
    FERRY,
    "WRITE THE TEXT HERE",
    '# The timetable\n\nThe first boat left at six. See [the quay](./the-quay-is-closd.mdx).\n\n<Callout kind="notice">\n\nBring a coat.\n\n</Callout>',
  );
  const { code, stdout } = stet("check");
  expect(code).toBe(1);
  for (const [line, code_] of [
    ["author: news-dsk", "reference/author"],
    ["kind: “explainer”", "schema/value"],
    ["# The timetable", "body/heading-level"],
    ["the-quay-is-closd", "link/dead"],
    ["notice", "component/attribute-type"],
  ] as const) {
    const number =
      read(FERRY)
        .split("\n")
        .findIndex((one) => one.includes(line)) + 1;
    expect(stdout).toMatch(
      new RegExp(`^${FERRY}:${number}:\\d+ +(?:error|warning) +${code_}$`, "m"),
    );
  }
});

test("--fix mends what has one remedy and leaves the rest to the author", () => {
  const { code, stdout } = stet("check", "--fix");
  expect(code).toBe(1);
  expect(stdout).toContain("body/heading-level");
  expect(read(FERRY)).toContain("\n## The timetable\n");
  expect(read(FERRY)).toContain("\nkind: explainer\n");
  replace(FERRY, "author: news-dsk", "author: news-desk");
  replace(FERRY, "the-quay-is-closd", "the-quay-is-closed");
  replace(FERRY, 'kind="notice"', 'kind="note"');
  expect(stet("check")).toMatchObject({ code: 0 });
});

test("what is committed is checked first", () => {
  const sound = read(FERRY);
  replace(FERRY, "the-quay-is-closed", "the-quay-is-shut");
  git("add", ".");
  const refused = git("commit", "--message=The ferry runs again");
  expect(refused.code).not.toBe(0);
  expect(refused.stdout + refused.stderr).toContain("link/dead");
  write(FERRY, sound);
  git("add", ".");
  expect(git("commit", "--message=The ferry runs again")).toMatchObject({ code: 0 });
});

test("after a build it is on its page, in lists, feeds, the sitemap and the search", async () => {
  at("2026-03-30T10:00:00Z");
  build();
  expect(page("2026/03/the-ferry-runs-again/index.html")).toContain("The first boat left at six.");
  for (const list of ["index.html", "news/index.html", "authors/news-desk/index.html"])
    expect(page(list)).toContain('href="/2026/03/the-ferry-runs-again/"');
  expect(page("sitemaps/2026-03.xml")).toContain("the-ferry-runs-again");
  const entry = (await entriesOf("rss.xml")).get("The ferry runs again");
  expect(entry?.content).toContain("The first boat left at six.");
  expect(await find("boat")).toEqual(["the-ferry-runs-again"]);
});

test("a correction is on the page, the corrections page and its feed, and the entry is newer but not new", async () => {
  const before = (await entriesOf("rss.xml")).get("The ferry runs again");
  at("2026-03-30T11:30:00Z");
  replace(FERRY, "left at six", "left at seven");
  const note = "The first boat leaves at seven, not at six.";
  const { code, stdout, stderr } = stet("correct", "/2026/03/the-ferry-runs-again/", note);
  expect(code, stderr).toBe(0);
  expect(stdout).toContain(FERRY);
  expect(read(FERRY)).toContain("2026-03-30T12:30:00+01:00");
  build();
  for (const path of [
    "2026/03/the-ferry-runs-again/index.html",
    "corrections/index.html",
    "corrections/atom.xml",
  ])
    expect(page(path), path).toContain(note);
  const entry = (await entriesOf("rss.xml")).get("The ferry runs again");
  expect(entry).toMatchObject({ guid: before?.guid, pubDate: before?.pubDate });
  expect(entry?.updated).not.toBe(before?.updated);
  expect(page("2026/03/the-ferry-runs-again/index.html")).toContain(
    '"dateModified":"2026-03-30T12:30:00+01:00"',
  );
});

test("a renamed article keeps its readers, its subscribers and the links to it", async () => {
  git("add", ".");
  expect(git("commit", "--message=Correct the ferry")).toMatchObject({ code: 0 });
  const before = (await entriesOf("rss.xml")).get("The ferry runs again");
  replace(
    QUAY,
    "A wall has moved.",
    "A wall has moved. [The ferry](./the-ferry-runs-again.mdx) goes on.",
  );
  const { code, stderr } = stet("rename", FERRY, "ferry-back-in-service");
  expect(code, stderr).toBe(0);
  expect(read(FERRY)).toBe("");
  expect(read(RENAMED)).toContain("/2026/03/the-ferry-runs-again/");
  expect(read(QUAY)).toContain("(./ferry-back-in-service.mdx)");
  expect(stet("check")).toMatchObject({ code: 0 });
  build();
  expect(page("2026/03/the-ferry-runs-again/index.html")).toContain(
    "url=/2026/03/ferry-back-in-service/",
  );
  expect(page("2026/03/the-quay-is-closed/index.html")).toContain(
    'href="/2026/03/ferry-back-in-service/"',
  );
  const entry = (await entriesOf("rss.xml")).get("The ferry runs again");
  expect(entry?.guid).toBe(before?.guid);
  expect(await find("boat")).toEqual(["ferry-back-in-service"]);
});

test("a file that was moved by hand gets its redirect from the check", async () => {
  git("add", ".");
  expect(git("commit", "--message=Rename the ferry")).toMatchObject({ code: 0 });
  const moved = "content/articles/2026/03/quay-closed.mdx";
  git("mv", QUAY, moved);
  const { stdout } = stet("check");
  expect(stdout).toContain("/2026/03/the-quay-is-closed/");
  const fixed = stet("check", "--fix");
  expect(fixed.code, fixed.stdout + fixed.stderr).toBe(0);
  build();
  expect(page("2026/03/the-quay-is-closed/index.html")).toContain("url=/2026/03/quay-closed/");
  expect((await entriesOf("rss.xml")).get("The quay is closed")?.guid).toBeDefined();
});

test("a scheduled article is nowhere in the bundle until its time", () => {
  at("2026-03-31T09:00:00Z");
  write(
    BUDGET,
    "---\ntitle: The budget is out\ndescription: Dredging costs more.\ncategory: news\nauthor: news-desk\ndate: 2026-04-01T06:00:00+01:00\n---\n\nThe sluicegate fund grows.\n",
  );
  expect(build()).toContain("the-budget-is-out");
  for (const word of ["budget", "Dredging", "sluicegate"]) expect(filesWith(word)).toEqual([]);
  expect(stet("due")).toMatchObject({ code: 1 });
});

test("when the clock has moved on, it appears by itself", async () => {
  at("2026-04-01T05:00:00Z");
  expect(stet("due")).toMatchObject({ code: 0 });
  build();
  expect(page("2026/04/the-budget-is-out/index.html")).toContain("The sluicegate fund grows.");
  expect(page("index.html")).toContain('href="/2026/04/the-budget-is-out/"');
  expect((await entriesOf("rss.xml")).has("The budget is out")).toBe(true);
  expect(await find("sluicegate")).toEqual(["the-budget-is-out"]);
});

test("a post is kept, and shown without asking its network", async () => {
  const kept = stet(
    "keep",
    "https://ripple.example/@gates/7",
    "--text=The gates close at nine.",
    "--author=The lock keeper",
    "--date=2026-03-31",
    "--network=Ripple",
  );
  expect(kept, kept.stderr).toMatchObject({ code: 0 });
  const [file = "", component = ""] = kept.stdout.trim().split("\n");
  expect(read(file)).toContain("The gates close at nine.");
  replace(BUDGET, "The sluicegate fund grows.", `The sluicegate fund grows.\n\n${component}`);
  build();
  const shown = page("2026/04/the-budget-is-out/index.html") ?? "";
  expect(shown).toContain("The gates close at nine.");
  expect(shown).not.toMatch(/<(?:script|img|iframe|link)[^>]*ripple\.example/);
  const entry = (await entriesOf("rss.xml")).get("The budget is out");
  expect(entry?.content).toContain("The gates close at nine.");
});

test("an article that is taken down leaves a notice and nothing else", async () => {
  git("add", ".");
  expect(git("commit", "--message=Publish the budget")).toMatchObject({ code: 0 });
  git("rm", "--quiet", BUDGET);
  write("content/redirects.yaml", "gone:\n  /2026/04/the-budget-is-out/: { date: 2026-04-01 }\n");
  expect(stet("check")).toMatchObject({ code: 0 });
  build();
  expect(page("2026/04/the-budget-is-out/index.html")).toContain("noindex");
  expect(filesWith("sluicegate")).toEqual([]);
  expect((await entriesOf("rss.xml")).has("The budget is out")).toBe(false);
  expect(await find("sluicegate")).toEqual([]);
});

test("with an author's last article the author's page goes, and the check says how both addresses lead on", () => {
  git("rm", "--quiet", LAST);
  const { code, stdout } = stet("check", "--all");
  expect(code).toBe(0);
  expect(stdout).toContain("  /2026/02/letter-from-the-lock/: { date: 2026-04-01 }\n");
  expect(stdout).toContain("  /authors/lock-desk/: /\n");
  write(
    "content/redirects.yaml",
    `${read("content/redirects.yaml")}  /2026/02/letter-from-the-lock/: { date: 2026-04-01 }\nmoved:\n  /authors/lock-desk/: /authors/news-desk/\n`,
  );
  expect(stet("check", "--all").stdout).not.toContain("history/");
  build();
  expect(filesWith("heronry")).toEqual([]);
  expect(page("2026/02/letter-from-the-lock/index.html")).toContain("noindex");
  expect(page("authors/lock-desk/index.html")).toContain("url=/authors/news-desk/");
  for (const list of ["index.html", "authors/index.html", "search/index.html"])
    expect(page(list)).not.toContain("lock-desk");
});

test("at the end of the day the bundle is what a clean build makes of the content", () => {
  const bundle = readBundle(join(room.folder, "dist"));
  expect(stet("build", "--clean")).toMatchObject({ code: 0 });
  expect(bundleDifferences(bundle, readBundle(join(room.folder, "dist")))).toEqual([]);
});
