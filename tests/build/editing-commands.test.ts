import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCorrect } from "../../src/cli/run-correct.ts";
import { runKeep } from "../../src/cli/run-keep.ts";
import { ROOT } from "../structure/project-files.ts";
import { runHere } from "./bad-inputs/command-here.ts";
import { GOOD_PUBLICATION, NOW, text } from "./bad-inputs/good-publication.ts";
import { readBundle } from "./bundles.ts";
import { securityFaults } from "./pages/security-faults.ts";
import { makeImage } from "./publication.ts";

// What commands write into a publication, as readers and subscribers get it.

const NOTE = "It said “eight”; the ferry runs at nine.";

const base = mkdtempSync(join(tmpdir(), "stet-editing-"));
const content = join(base, "content");
let bundle: Map<string, Buffer>;

function write(file: string, held: string | Uint8Array): void {
  mkdirSync(dirname(join(content, file)), { recursive: true });
  writeFileSync(join(content, file), held);
}
const file = (path: string): string => bundle.get(path)?.toString() ?? "";

beforeAll(async () => {
  for (const [path, held] of Object.entries(GOOD_PUBLICATION)) write(path, held);
  writeFileSync(join(base, "gates.png"), await makeImage(1));
  writeFileSync(
    join(base, "note.json"),
    JSON.stringify({
      type: "Note",
      id: "https://social.example/users/gates/statuses/110000000000000001",
      url: "https://social.example/@gates/110000000000000001",
      published: "2026-03-05T07:00:00Z",
      content:
        '<p>The gates &lt;b&gt; are open.</p><p>Bring <a href="https://rope.example/long">rope</a>.<img src="https://tracker.example/1.gif"></p>',
      attachment: [{ type: "Document", mediaType: "image/png", name: "Two gates, both open." }],
    }),
  );
  const now = Date.parse(NOW);
  const kept = await runKeep(
    { what: "note.json", author: "The lock keeper", image: "gates.png", force: false },
    { content, cwd: base, now, clock: () => now },
  );
  const [, tag = ""] = kept.text.split("\n");
  write("articles/2026/03/gates.mdx", text({ title: "The gates" }, `Before.\n\n${tag}\n\nBehind.`));

  expect(
    runCorrect(
      { article: "/2026/02/sound/", note: NOTE, force: false },
      { content, cwd: base, now, clock: () => now },
    ),
  ).toMatchObject({ exitCode: 0 });

  const out = join(base, "out");
  const run = await runHere({ name: "build" }, ROOT, {
    STET_CONTENT: content,
    STET_OUT: out,
    STET_CACHE: join(base, "cache"),
    STET_WORK: join(base, "work"),
    STET_NOW: NOW,
  });
  expect(run).toMatchObject({ code: 0 });
  bundle = readBundle(out);
}, 120_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe("a post that was kept", () => {
  test("is whole on the page, in print too, and asks no other host for anything", () => {
    const page = file("2026/03/gates/index.html");
    expect(page).toContain(
      "<blockquote><p>The gates &#x3C;b> are open.</p><p>Bring rope (https://rope.example/long).</p></blockquote>",
    );
    expect(page).toContain("<bdi>The lock keeper</bdi>");
    expect(page).toContain('href="https://social.example/@gates/110000000000000001"');
    const home = new URL("https://paper.example/");
    expect([...bundle].flatMap(([path, bytes]) => securityFaults(path, bytes, home))).toEqual([]);
    expect(page).toMatch(/<img [^>]*alt="Two gates, both open\."/);
    // On paper the date cannot be followed: its address is printed.
    expect(page).toContain('<li data-href="https://social.example/@gates/110000000000000001">');
  });

  test("is whole in the feeds, and its picture is the publication's", () => {
    for (const feed of ["rss.xml", "atom.xml", "feed.json"]) {
      const read = file(feed).replaceAll("&lt;", "<").replaceAll("&amp;", "&");
      expect(read).toContain("Bring rope (https://rope.example/long).");
      expect(read).toContain("The lock keeper");
      expect(read).toMatch(/https:\/\/paper\.example\/[^"\s]+\.(?:png|webp|avif|jpg)/);
      expect(read).not.toContain("tracker.example");
    }
  });
});

describe("a correction", () => {
  test("is on the page of its article, on the page of corrections and in their feed", () => {
    for (const path of [
      "2026/02/sound/index.html",
      "corrections/index.html",
      "corrections/atom.xml",
    ])
      expect(file(path)).toContain(NOTE);
    expect(file("corrections/index.html")).toContain('href="/2026/02/sound/');
  });

  test("changes when its article was modified, and not when it was published", () => {
    const entry = (feed: string, tag: string): string =>
      file(feed)
        .split(`<${tag}>`)
        .find((one) => one.includes("/2026/02/sound/")) ?? "";
    expect(entry("atom.xml", "entry")).toMatch(/<updated>2026-04-01T1[23]:00:00/);
    expect(entry("atom.xml", "entry")).toMatch(/<published>2026-02-14T00:00:00/);
    expect(entry("rss.xml", "item")).toMatch(/<pubDate>Sat, 14 Feb 2026 00:00:00/);
    expect(entry("rss.xml", "item")).toMatch(/2026-04-01T1[23]:00:00/);
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(
      file("2026/02/sound/index.html"),
    )?.[1];
    expect(data).toMatch(/"datePublished":"2026-02-14T00:00:00/);
    expect(data).toMatch(/"dateModified":"2026-04-01T1[23]:00:00/);
    expect(data).toContain(NOTE);
  });
});
