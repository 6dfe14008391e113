import { expect, test } from "vitest";
import { withoutUpdates } from "./live-updates.ts";
import { parseBody } from "./parse-body.ts";
import { feedHtml, pageHtml } from "./render-body.ts";
import { bodySections } from "./sections.ts";
import { testTargets } from "../../tests/fixtures/body-targets.ts";
import { liveUpdates, updateTexts } from "./update-texts.ts";

const targets = testTargets({
  timezone: "America/New_York",
  authors: { ada: { name: "Ada Palmer", href: "/authors/ada/" } },
});

const OPEN = `<LiveUpdate time="2026-11-12T14:05:00-05:00" title="The lock is open" key by="ada">

The first barge went through[^1].

</LiveUpdate>`;
const WATER = `<LiveUpdate time="2026-11-12T18:00:00Z">

The water stands at the mark.

</LiveUpdate>`;
const RAIN = `<LiveUpdate time="2026-11-12T14:05:09-05:00" id="rain" key>

It rains, and *nobody* minds.

</LiveUpdate>`;

function parse(...parts: string[]) {
  return parseBody(["---", "title: T", "---", "", ...parts, ""].join("\n\n"), "mdx");
}

const blog = () => parse("We watch.", WATER, "## How", RAIN, OPEN, "[^1]: At noon.");

test("without an update, nothing of it is left, its notes and its place in their count neither", () => {
  const source = ["We watch[^2].", OPEN, RAIN, "[^1]: At noon.", "[^2]: From here."].join("\n\n");
  const body = parseBody(source, "mdx");
  const [id = ""] = (body.metadata.updates ?? [])
    .filter(({ by }) => by === "ada")
    .map((one) => one.id);
  const rest = parseBody(withoutUpdates(source, body.tree, [id]), "mdx");
  expect(rest.metadata.updates?.map((update) => update.id)).toEqual(["update-rain"]);
  const html = pageHtml(rest, targets);
  for (const gone of ["lock", "barge", "noon", "Ada", id]) expect(html).not.toContain(gone);
  expect(html).toContain("It rains");
  expect(html).toContain(">1</a>");
  expect(html.match(/<li/g)).toHaveLength(2);
});

test("the page shows the introduction, the key moments, and the updates newest first", () => {
  expect(blog().diagnostics).toEqual([]);
  expect(pageHtml(blog(), targets).replaceAll("><", ">\n<")).toMatchInlineSnapshot(`
    "<p>We watch.</p>
    <h2 id="how">How</h2>
    <nav class="key-moments in-margin" aria-label="Key moments">
    <p class="key-moments-title">Key moments</p>
    <ol>
    <li>
    <a href="#update-rain">
    <time datetime="2026-11-12T14:05:09-05:00">2:05:09 PM EST</time> It rains, and nobody minds.</a>
    </li>
    <li>
    <a href="#update-20261112-190500">
    <time datetime="2026-11-12T14:05:00-05:00">2:05 PM EST</time> The lock is open</a>
    </li>
    </ol>
    </nav>
    <article class="live-update key" id="update-rain" tabindex="-1">
    <h2 class="live-update-time">
    <a href="#update-rain">
    <time datetime="2026-11-12T14:05:09-05:00">2:05:09 PM EST</time>
    </a>
    <span> November 12, 2026</span>
    </h2>
    <p>It rains, and <em>nobody</em> minds.</p>
    </article>
    <article class="live-update key" id="update-20261112-190500" tabindex="-1">
    <p class="live-update-time">
    <a href="#update-20261112-190500">
    <time datetime="2026-11-12T14:05:00-05:00">2:05 PM EST</time>
    </a>
    <span> November 12, 2026</span>
    </p>
    <h2>The lock is open</h2>
    <p>The first barge went through<sup>
    <a href="#fn-1" id="fnref-1" class="footnote">1</a>
    </sup>.</p>
    <p class="live-update-by">By <a href="/authors/ada/" rel="author">Ada Palmer</a>
    </p>
    </article>
    <article class="live-update" id="update-20261112-180000" tabindex="-1">
    <h2 class="live-update-time">
    <a href="#update-20261112-180000">
    <time datetime="2026-11-12T13:00:00-05:00">1:00 PM EST</time>
    </a>
    <span> November 12, 2026</span>
    </h2>
    <p>The water stands at the mark.</p>
    </article>
    <section class="footnotes" aria-labelledby="footnotes">
    <h2 id="footnotes" class="footnotes-heading">Footnotes</h2>
    <ol>
    <li id="fn-1">
    <p>At noon. <a href="#fnref-1" class="footnote-back" aria-label="Back to note 1">↩</a>
    </p>
    </li>
    </ol>
    </section>"
  `);
});

test("a feed tells times and authors as text, and links the key moments to the page", () => {
  expect(feedHtml(blog(), targets).replaceAll("><", ">\n<")).toMatchInlineSnapshot(`
    "<p>We watch.</p>
    <h2>How</h2>
    <h2>Key moments</h2>
    <ul>
    <li>November 12, 2026, 2:05:09 PM EST: <a href="https://press.example/2026/11/story/#update-rain">It rains, and nobody minds.</a>
    </li>
    <li>November 12, 2026, 2:05 PM EST: <a href="https://press.example/2026/11/story/#update-20261112-190500">The lock is open</a>
    </li>
    </ul>
    <h2>November 12, 2026, 2:05:09 PM EST</h2>
    <p>It rains, and <em>nobody</em> minds.</p>
    <h2>The lock is open</h2>
    <p>
    <strong>November 12, 2026, 2:05 PM EST</strong>
    </p>
    <p>The first barge went through<sup>
    <a href="https://press.example/2026/11/story/#fn-1">1</a>
    </sup>.</p>
    <p>By Ada Palmer</p>
    <h2>November 12, 2026, 1:00 PM EST</h2>
    <p>The water stands at the mark.</p>
    <h2>Footnotes</h2>
    <ol>
    <li>
    <p>At noon.</p>
    </li>
    </ol>"
  `);
});

test("the order in which updates are written changes nothing", () => {
  const written = pageHtml(parse("We watch.", WATER, RAIN, OPEN, "[^1]: At noon."), targets);
  expect(pageHtml(parse(OPEN, RAIN, "We watch.", WATER, "[^1]: At noon."), targets)).toBe(written);
});

test("what the index keeps of updates is their ids, times and headlines", () => {
  const { updates, ids, headings, components, excerpt } = blog().metadata;
  expect(updates).toEqual([
    { id: "update-rain", instant: 1794510309000, key: true, line: 19, column: 1, length: 11 },
    {
      id: "update-20261112-190500",
      instant: 1794510300000,
      title: "The lock is open",
      key: true,
      by: "ada",
      line: 25,
      column: 1,
      length: 11,
    },
    { id: "update-20261112-180000", instant: 1794506400000, line: 11, column: 1, length: 11 },
  ]);
  expect(ids).toEqual(expect.arrayContaining(updates?.map(({ id }) => id) ?? []));
  expect(headings.map(({ text }) => text)).toEqual(["How"]);
  expect(components).toEqual(["LiveUpdate"]);
  expect(excerpt).toBe("We watch.");
});

test("search finds each update under its headline, or under its first words", () => {
  expect(bodySections(blog())).toEqual([
    { text: "We watch." },
    { heading: { text: "How", id: "how" }, text: "" },
    {
      heading: { text: "It rains, and nobody minds.", id: "update-rain" },
      text: "It rains, and nobody minds.",
    },
    {
      heading: { text: "The lock is open", id: "update-20261112-190500" },
      text: "The first barge went through.",
    },
    {
      heading: { text: "The water stands at the mark.", id: "update-20261112-180000" },
      text: "The water stands at the mark.",
    },
    { text: "At noon." },
  ]);
});

test("each update can stand in a feed of its own", () => {
  expect(liveUpdates(blog(), targets).map(({ id, html }) => [id, html])).toEqual([
    ["update-rain", "<p>It rains, and <em>nobody</em> minds.</p>"],
    [
      "update-20261112-190500",
      '<p>The first barge went through<sup><a href="https://press.example/2026/11/story/#fn-1">1</a></sup>.</p>',
    ],
    ["update-20261112-180000", "<p>The water stands at the mark.</p>"],
  ]);
});

test("an edit of one update changes that update alone", () => {
  const before = updateTexts(blog(), targets);
  const edited = RAIN.replace("It rains", "It pours");
  const after = updateTexts(parse("We watch.", edited, WATER, OPEN, "[^1]: At noon."), targets);
  const text = "It pours, and nobody minds.";
  expect(after[0]).toEqual({ ...before[0], text, name: text });
  expect(after.slice(1)).toEqual(before.slice(1));
});

test.each([
  ["two of one second", [OPEN, OPEN], "live/same-name"],
  ["two of one name", [RAIN, RAIN], "live/same-name"],
  [
    "a name that is taken by a time",
    [OPEN, RAIN.replace("rain", "20261112-190500")],
    "live/same-name",
  ],
  ["a name with a blank", [RAIN.replace('"rain"', '"the rain"')], "live/name"],
  ["one in a quotation", [OPEN.replace(/^/gm, "> ")], "component/misplaced"],
  ["one in a list", [OPEN.replace(/^/gm, "  ").replace(" ", "-")], "component/misplaced"],
  ["one in an aside", [`<Aside>\n\n${OPEN}\n\n</Aside>`], "component/misplaced"],
  ["a day without a time", [OPEN.replace("T14:05:00-05:00", "")], "component/attribute-type"],
  ["a time without an offset", [OPEN.replace("-05:00", "")], "component/attribute-type"],
  ["an id that HTML in the text has", ['<b id="update-rain">x</b>', RAIN], "html/id-removed"],
])("%s is told of once", (_, parts, code) => {
  const { diagnostics } = parse("Rain.[^1]", ...parts, "[^1]: At noon.");
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

test("a key update that is only a picture has words: what the picture shows, or its time", () => {
  const tag = (time: string): string => `<LiveUpdate time="2026-11-12T14:0${time}:00-05:00" key>`;
  const body = parse(
    `${tag("1")}\n\n![The lock at noon](lock.jpg)\n\n</LiveUpdate>`,
    `${tag("2")}\n\n<Figure src="gate.jpg" alt="The gate" />\n\n</LiveUpdate>`,
    `${tag("3")}\n\n![](wall.jpg)\n\n</LiveUpdate>`,
  );
  const listed = /<ul>(.*?)<\/ul>/s.exec(feedHtml(body, targets))?.[1] ?? "";
  expect(listed.match(/>[^<>]+<\/a>/g)).toEqual([
    ">November 12, 2026, 2:03 PM EST</a>",
    ">The gate</a>",
    ">The lock at noon</a>",
  ]);
  const onPage = /<ol>(.*?)<\/ol>/s.exec(pageHtml(body, targets))?.[1] ?? "";
  expect(onPage).toContain(" The lock at noon</a>");
  expect(updateTexts(body, targets).map(({ name }) => name)).toEqual([
    "November 12, 2026, 2:03 PM EST",
    "The gate",
    "The lock at noon",
  ]);
});

test("no two updates have one name, of one minute or one second neither, and an older one keeps its own", () => {
  const update = (time: string, text: string, rest = ""): string =>
    `<LiveUpdate time="2026-11-12T14:${time}-05:00"${rest}>\n\n${text}\n\n</LiveUpdate>`;
  const all = [
    update("05:00", "A goal!"),
    update("05:30", "A goal!"),
    update("05:30", "A goal!", ' id="third"'),
    update("06:00", "Of the evening.", ' title="Half time"'),
    update("50:00", "Of the night.", ' title="Half time"'),
    update("51:00", "![](wall.jpg)"),
    update("51:00", "![](wall.jpg)", ' id="wall"'),
  ];
  const names = (updates: readonly string[]): string[] =>
    updateTexts(parse(...updates), targets)
      .map(({ name }) => name)
      .reverse();
  expect(names(all)).toEqual([
    "A goal!",
    "A goal! (November 12, 2026, 2:05:30 PM EST)",
    "A goal! (November 12, 2026, 2:05:30 PM EST) (update-third)",
    "Half time",
    "Half time (November 12, 2026, 2:50 PM EST)",
    "November 12, 2026, 2:51 PM EST",
    "November 12, 2026, 2:51 PM EST (update-wall)",
  ]);
  for (const count of all.keys())
    expect(names(all.slice(0, count))).toEqual(names(all).slice(0, count));
});
