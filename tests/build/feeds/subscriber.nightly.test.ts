import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import type { Nodes } from "hast";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GOOD_PUBLICATION, text } from "../bad-inputs/good-publication.ts";
import { checkoutOf } from "../checkout.ts";
import { assertBuilt, buildIn } from "../checkout-commands.ts";
import type { Checkout } from "../checkout-commands.ts";
import { writeContent } from "../publication.ts";
import { NASTY_BODY, NASTY_TITLE } from "./nasty-publication.ts";
import { missingTools } from "../../tools/need.ts";
import { newsboat, readFeeds, xmllint } from "./readers.ts";
import { rss2email } from "./rss2email.ts";

const PIECE = "articles/2026/03/nasty.mdx";
const MOVED = "articles/2026/02/other.mdx";

/** Feeds that are followed through everything below; the address of none of them changes. */
const FOLLOWED = ["rss.xml", "atom.xml", "headlines.xml", "stories/fish/rss.xml"];

const base = mkdtempSync(join(tmpdir(), "stet-subscriber-"));
const options = buildIn(base, "2026-04-01T12:00:00Z");
let checkout: Checkout;
/** One newsboat for each feed: it keeps an id once over all the feeds it follows. */
let boats: Map<string, Awaited<ReturnType<typeof newsboat>>>;
let post: Awaited<ReturnType<typeof rss2email>>;

async function print(): Promise<void> {
  assertBuilt(await checkout.build(options));
}

/** What each reader has shown of each feed since its first visit: an entry that came twice stands here twice. */
async function visit(): Promise<string[]> {
  const files = new Map(FOLLOWED.map((path) => [path, join(options.out, path)] as const));
  const shown = post.visit(files).map(({ feed, id, date }) => `rss2email ${feed} ${id} ${date}`);
  for (const [path, file] of files) {
    const kept = (await boats.get(path)?.visit(new Map([[path, file]]))) ?? [];
    shown.push(...kept.map(({ guid, date }) => `newsboat ${path} ${guid} ${date}`));
  }
  return shown.sort();
}

async function itemOfPiece() {
  const feed = (await readFeeds(options.out, ["rss.xml"])).get("rss.xml");
  expect(feed?.lenient.bozo).toBe(false);
  const item = feed?.strict.items.find(({ title }) => title === NASTY_TITLE);
  if (item === undefined) throw new Error("The feed has no item of that title.");
  return item;
}

/** The piece as it stands, after all that has happened to it. */
let keys: Record<string, string> = {
  title: JSON.stringify(NASTY_TITLE),
  date: "2026-03-10T08:30:00Z",
  story: "fish",
  tags: "[Fish]",
};
let body = NASTY_BODY;

function writePiece(changes: Record<string, string> = {}, file = PIECE): void {
  keys = { ...keys, ...changes };
  writeContent(options.content, file, text(keys, body));
}

let other = "articles/2026/03/plain.md";

/** Gives the article that has no id another file, with the addresses that it had before. */
function moveOther(ending: ".md" | ".mdx", path = "2026/03/plain", ...aliases: string[]): void {
  rmSync(join(options.content, other));
  other = `articles/${path}${ending}`;
  const keys = { title: "A plain story", aliases: `[${aliases.join(", ")}]` };
  writeContent(options.content, other, text(keys, "Plain words."));
}

function writeAddress(url: string): void {
  const site = readFileSync(join(options.content, "site.yaml"), "utf8");
  writeContent(options.content, "site.yaml", site.replace(/^url: .*$/m, `url: ${url}`));
}

const without = await missingTools(["python3", "xmllint", "newsboat", "r2e"]);
const rule = test.skipIf(without);

beforeAll(async () => {
  if (without !== false) return;
  for (const [file, content] of Object.entries(GOOD_PUBLICATION))
    writeContent(options.content, file, content);
  writeContent(options.content, "stories/fish.yaml", "title: All about fish\n");
  writePiece();
  checkout = checkoutOf("subscriber");
  boats = new Map();
  for (const path of FOLLOWED) boats.set(path, await newsboat());
  post = await rss2email();
  await print();
});
afterAll(() => {
  if (without === false) for (const reader of [post, ...boats.values()]) reader.remove();
  rmSync(base, { recursive: true, force: true });
});

rule(
  "Rules 1 and 15: a feed with all that has broken feeds is well-formed, and its titles are the author's",
  async () => {
    expect(await xmllint(options.out, FOLLOWED)).toBe("");
    const { content } = await itemOfPiece();
    expect(textOf(fromHtml(content ?? "", { fragment: true }))).toContain("<![CDATA[ a & b ]]>");
    expect(content).not.toMatch(/<script/i);
  },
);

describe.skipIf(without)("Rule 6: neither newsboat nor rss2email shows an article twice", () => {
  let first: string[];
  let id: string;
  beforeAll(async () => {
    first = await visit();
    // Three articles in three feeds, one of them in the story's, for each of the two readers.
    expect(first.length).toBe(2 * (3 * 3 + 1));
    id = (await itemOfPiece()).guid?.replace("urn:uuid:", "") ?? "";
    expect(id).toMatch(/^[\da-f-]{36}$/);
  });

  test.each<[name: string, happens: () => void, inFeed: string]>([
    [
      "an edit, an update and a correction",
      () => {
        body = `${NASTY_BODY}\nMore of it.\n`;
        writePiece({
          updated: "2026-03-20",
          corrections: "[{ date: 2026-03-21, note: It was cod. }]",
        });
      },
      "More of it.",
    ],
    ["another headline", () => writePiece({ title: "Another headline" }), "Another headline"],
    ["its id is written down", () => writePiece({ id }), "urn:uuid:"],
    [
      "its file is renamed",
      () => {
        rmSync(join(options.content, PIECE));
        writePiece({}, MOVED);
      },
      "/2026/02/other/",
    ],
    [
      "a move to another section",
      () => {
        writeContent(options.content, "categories/sea.yaml", "title: At sea\n");
        writePiece({ category: "sea" }, MOVED);
      },
      "At sea",
    ],
    ["an article without an id becomes MDX", () => moveOther(".mdx"), "A plain story"],
    [
      "that moves, and leaves its old address",
      () => moveOther(".mdx", "2026/02/moved", "/2026/03/plain/"),
      "/2026/02/moved/",
    ],
    [
      "that moves once more, as Markdown",
      () => moveOther(".md", "2026/01/again", "/2026/03/plain", "/2026/02/moved/"),
      "/2026/01/again/",
    ],
    ["a topic is renamed", () => writePiece({ tags: "[Chips]" }, MOVED), "Chips"],
    [
      "the publication moves to another domain",
      () => writeAddress("https://elsewhere.example/"),
      "https://elsewhere.example/2026/02/other/",
    ],
    [
      "the publication moves below another path",
      () => writeAddress("https://elsewhere.example/paper/"),
      "https://elsewhere.example/paper/2026/02/other/",
    ],
  ])("after %s", async (_, happens, inFeed) => {
    happens();
    await print();
    // What happened has reached the feed.
    expect(readFileSync(join(options.out, "rss.xml"), "utf8")).toContain(inFeed);
    expect(await visit()).toEqual(first);
  });
});

rule("one more article changes the feeds that it stands in, and no other", async () => {
  const feedTexts = (): Map<string, string> =>
    new Map(
      globSync(
        ["**/{rss,atom,headlines}.xml", "**/feed.json", "feeds/archive/**/*.xml", "*.opml"],
        {
          cwd: options.out,
        },
      ).map((path) => [path, readFileSync(join(options.out, path), "utf8")]),
    );
  const before = feedTexts();
  const id = "0b9f1c1e-7a55-4a0f-9d0a-5a3f0c1d2e3f";
  writeContent(
    options.content,
    "articles/2026/03/one-more.md",
    text({ id, title: "One more", date: "2026-03-20", tags: "[Chips]" }, "More."),
  );
  await print();
  const after = feedTexts();
  const holding = [...after].filter(([, feed]) => feed.includes(id)).map(([path]) => path);
  const changed = [...after].filter(([path, feed]) => before.get(path) !== feed);
  expect(changed.map(([path]) => path).sort()).toEqual(holding.sort());
  expect(holding).toEqual(
    expect.arrayContaining(["rss.xml", "engines/feed.json", "tags/chips/rss.xml"]),
  );
  expect(after.size).toBeGreaterThan(holding.length + 5);
});

function textOf(tree: Nodes): string {
  if (tree.type === "text") return tree.value;
  return "children" in tree ? tree.children.map(textOf).join("") : "";
}
