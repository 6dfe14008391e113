import { mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import type { Nodes } from "hast";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GOOD_PUBLICATION, text } from "../bad-inputs/good-publication.ts";
import { assertBuilt, copyPress } from "../press.ts";
import type { BuildOrder, Press } from "../press.ts";
import { writeContent } from "../publication.ts";
import { newsboat, readFeeds, xmllint } from "./readers.ts";
import type { KeptItem } from "./readers.ts";

const PIECE = "articles/2026/03/nasty.mdx";

/** Everything in a title that has broken a feed somewhere. */
const TITLE = `Fish & <b>chips</b> ]]> "two" &amp; 'one' 𝄞 ‮tide‬ </title><item>`;

const BODY = `A paragraph with a [note](#end), \`]]>\` and \`<script>alert(1)</script>\`.[^1]

\`\`\`xml
<![CDATA[ a & b ]]>
\`\`\`

## End

[^1]: Read to the end, &amp; back.
`;

function piece(keys: Record<string, string> = {}, body = BODY): string {
  return text({ title: JSON.stringify(TITLE), date: "2026-03-10T08:30:00Z", ...keys }, body);
}

const base = mkdtempSync(join(tmpdir(), "stet-subscriber-"));
const order: BuildOrder = {
  content: join(base, "content"),
  out: join(base, "out"),
  cache: join(base, "cache"),
  now: "2026-04-01T12:00:00Z",
};
let press: Press;
let reader: Awaited<ReturnType<typeof newsboat>>;

async function print(): Promise<void> {
  assertBuilt(await press.build(order));
}

async function visit(): Promise<KeptItem[]> {
  return reader.visit(new Map([["main", join(order.out, "rss.xml")]]));
}

beforeAll(async () => {
  for (const [file, content] of Object.entries(GOOD_PUBLICATION))
    writeContent(order.content, file, content);
  writeContent(order.content, PIECE, piece());
  press = copyPress(join(base, "press"));
  reader = await newsboat();
  await print();
});
afterAll(() => {
  reader.remove();
  rmSync(base, { recursive: true, force: true });
});

describe("a feed with everything in a text that has broken feeds", () => {
  test("Rules 1 and 15: is well-formed, and its titles are what the author wrote", async () => {
    expect(await xmllint(order.out, ["rss.xml"])).toBe("");
    const feed = (await readFeeds(order.out, ["rss.xml"])).get("rss.xml");
    expect(feed?.lenient.bozo).toBe(false);
    expect(feed?.strict.items.map(({ title }) => title)).toContain(TITLE);
    const item = feed?.strict.items.find(({ title }) => title === TITLE);
    expect(textOf(fromHtml(item?.content ?? "", { fragment: true }))).toContain(
      "<![CDATA[ a & b ]]>",
    );
    expect(item?.content).not.toMatch(/<script/i);
  });
});

describe("a subscriber never sees an article twice", () => {
  let first: KeptItem[];
  let id = "";
  beforeAll(async () => {
    first = await visit();
    const feed = (await readFeeds(order.out, ["rss.xml"])).get("rss.xml");
    id = feed?.strict.items.find(({ title }) => title === TITLE)?.guid?.slice(9) ?? "";
    expect(id).toMatch(/^[\da-f-]{36}$/);
    expect(first.length).toBeGreaterThan(1);
  });

  /** Ids and dates, which nothing below may change. */
  const known = (items: KeptItem[]): string[] =>
    items.map(({ guid, date }) => `${guid} ${date}`).sort();

  test("Rule 9: after an edit, an update and a correction", async () => {
    const keys = {
      updated: "2026-03-20",
      corrections: "[{ date: 2026-03-21, note: It was cod. }]",
    };
    writeContent(order.content, PIECE, piece(keys, `${BODY}\nMore.\n`));
    await print();
    expect(known(await visit())).toEqual(known(first));
  });

  test("Rule 6: after its id is written down, and its file renamed and moved", async () => {
    writeContent(order.content, PIECE, piece({ id, title: "Another headline" }));
    await print();
    expect(known(await visit())).toEqual(known(first));
    writeContent(
      order.content,
      "articles/2026/02/other.mdx",
      piece({ id, title: "Another headline" }),
    );
    renameSync(join(order.content, PIECE), join(base, "nasty.mdx"));
    await print();
    expect(known(await visit())).toEqual(known(first));
    expect(readFileSync(join(order.out, "rss.xml"), "utf8")).toContain("/2026/02/other/");
  });

  test("Rule 6: after the publication moves to another domain and path, or the piece to another section", async () => {
    const site = readFileSync(join(order.content, "site.yaml"), "utf8");
    writeContent(
      order.content,
      "site.yaml",
      site.replace(/^url: .*$/m, "url: https://elsewhere.example/paper"),
    );
    writeContent(order.content, "categories/other.yaml", "title: Other\n");
    writeContent(order.content, "articles/2026/02/other.mdx", piece({ id, category: "other" }));
    await print();
    expect(readFileSync(join(order.out, "rss.xml"), "utf8")).toContain(
      "https://elsewhere.example/paper/2026/02/other/",
    );
    expect(known(await visit())).toEqual(known(first));
  });
});

function textOf(tree: Nodes): string {
  if (tree.type === "text") return tree.value;
  return "children" in tree ? tree.children.map(textOf).join("") : "";
}
