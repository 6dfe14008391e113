import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { text, GOOD_PUBLICATION } from "./bad-inputs/good-publication.ts";
import { readBundle } from "./bundles.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import type { Checkout } from "./checkout-commands.ts";
import { writeContent } from "./publication.ts";

/** Words that occur nowhere else, by where they stand in the article that is taken down. */
const MARKERS = {
  title: "Vexillologist",
  description: "Xylophonically",
  body: "Brobdingnagian",
  tag: "Jabberwockish",
  correction: "Taradiddlery",
};

const REDIRECTS = `
moved:
  /2019/old-name.html: articles/2026/03/plain.md
  /blog/: /
  /twice/: /
  /%e4%b8%ad/: 11111111-2222-4333-8444-555555555555
  /away/: https://elsewhere.example/?a=1&b=2
`;
const GONE = `
gone:
  articles/2026/02/withdrawn.mdx:
    date: 2026-03-20
    note: Withdrawn at the wish of a person it named.
  /2018/deleted/: { date: 2026-03-21 }
  /2018/deleted.htm: { date: 2026-03-21 }
`;

const base = mkdtempSync(join(tmpdir(), "stet-redirects-"));
const options = buildIn(base, "2026-04-01T12:00:00Z");
let checkout: Checkout;

async function print(redirects: string): Promise<void> {
  writeContent(options.content, "redirects.yaml", redirects);
  assertBuilt(await checkout.build(options));
}

function page(path: string): string {
  return readFileSync(join(options.out, path), "utf8");
}

beforeAll(async () => {
  for (const [file, content] of Object.entries(GOOD_PUBLICATION)) {
    writeContent(options.content, file, content);
  }
  writeContent(
    options.content,
    "articles/2026/02/withdrawn.mdx",
    text(
      {
        title: MARKERS.title,
        description: MARKERS.description,
        date: "2026-02-20",
        tags: `[${MARKERS.tag}]`,
        aliases: "[/before/it/, /before.html]",
        corrections: `[{ date: 2026-02-21, note: ${MARKERS.correction} }]`,
      },
      `${MARKERS.body} things.`,
    ),
  );
  writeContent(
    options.content,
    "articles/2026/03/story.mdx",
    text(
      { id: "11111111-2222-4333-8444-555555555555", aliases: "[/2020/first-name, /story.php]" },
      "See [the old](/twice/), [what is gone](../../02/withdrawn/), [one more](/before/it/) and [a file](/before.html).",
    ),
  );
  checkout = checkoutOf("redirects");
  await print(REDIRECTS);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe("old addresses", () => {
  test.each([
    ["2019/old-name.html", "/2026/03/plain/"],
    ["blog/index.html", "/"],
    ["twice/index.html", "/"],
    ["中/index.html", "/2026/03/story/"],
    ["away/index.html", "https://elsewhere.example/?a=1&amp;b=2"],
    ["2020/first-name/index.html", "/2026/03/story/"],
    ["story.php/index.html", "/2026/03/story/"],
    ["before/it/index.html", "/2026/02/withdrawn/"],
    ["before.html", "/2026/02/withdrawn/"],
  ])("%s sends readers to %s", (file, to) => {
    expect(page(file)).toContain(`<meta http-equiv="refresh" content="0; url=${to}">`);
  });

  test("are valid pages, and in no sitemap", async () => {
    const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"] });
    const { results } = await validator.validateFile(join(options.out, "blog/index.html"));
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
    expect(page("sitemaps/pages.xml")).not.toContain("/blog/");
  });

  test("are not where links of texts lead", () => {
    expect(page("2026/03/story/index.html")).toContain('<a href="/">the old</a>');
  });
});

describe("what is taken down", () => {
  beforeAll(() => print(REDIRECTS + GONE));

  test("is in no byte of the bundle", () => {
    const whole = [...readBundle(options.out)].map(([path, bytes]) => {
      const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return `${path}\n${(packed ? gunzipSync(bytes) : bytes).toString("utf8")}`;
    });
    const leaks = Object.values(MARKERS).filter((marker) =>
      whole.some((file) => file.toLowerCase().includes(marker.toLowerCase())),
    );
    expect(leaks).toEqual([]);
  });

  test("leaves a page that says so at its address and at its old ones", async () => {
    const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"] });
    for (const file of [
      "2026/02/withdrawn/index.html",
      "before/it/index.html",
      "before.html",
      "2018/deleted/index.html",
      "2018/deleted.htm",
    ]) {
      expect(page(file)).toContain("This page was taken down");
      expect(page(file)).toContain('<meta name="robots" content="noindex"');
      const { results } = await validator.validateFile(join(options.out, file));
      expect(results.flatMap(({ messages }) => messages)).toEqual([]);
    }
    expect(page("2026/02/withdrawn/index.html")).toContain("at the wish of a person");
  });

  test("is no longer linked to", () => {
    expect(page("2026/03/story/index.html")).toContain("what is gone, one more and a file");
  });

  test("comes back when its entry goes", async () => {
    await print(REDIRECTS);
    expect(page("2026/02/withdrawn/index.html")).toContain(MARKERS.body);
    expect(existsSync(join(options.out, "2018/deleted/index.html"))).toBe(false);
  });
});
