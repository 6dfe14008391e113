import { describe, expect, test } from "vitest";
import { parseBody } from "../parse-body.ts";
import { feedHtml, pageHtml } from "../render-body.ts";
import { EXAMPLE_POSTS, testTargets } from "../../../tests/fixtures/body-targets.ts";
import type { BodyTargets, PostTarget } from "../body.ts";

const gates: PostTarget = {
  text: "The gates are open.\nThey close at nine: <b>sharp</b>.\n \n\nSee https://a.example @all #gates",
  author: "The lock keeper",
  handle: "@gates",
  network: "Ripple",
  url: "https://ripple.example/@gates/7?a=1&b=2",
  day: "2026-03-05",
  iso: "2026-03-05T08:00:00+01:00",
};

function shown(post: PostTarget | undefined, changes: Partial<BodyTargets> = {}) {
  const body = parseBody('<SocialPost post="gates" />', "mdx");
  expect(body.diagnostics).toEqual([]);
  const targets = testTargets({ posts: post === undefined ? {} : { gates: post }, ...changes });
  return { page: pageHtml(body, targets), feed: feedHtml(body, targets) };
}

describe("a post", () => {
  test("is a quotation with its source, its lines as they were, and nothing in it a link", () => {
    const { page, feed } = shown(gates);
    expect(page).toMatchInlineSnapshot(
      `"<figure class="quoted-post"><blockquote><p>The gates are open.<br>They close at nine: &#x3C;b>sharp&#x3C;/b>.</p><p>See https://a.example @all #gates</p></blockquote><figcaption><cite><bdi>The lock keeper</bdi></cite> <bdi translate="no">@gates</bdi><span> on <bdi>Ripple</bdi>, <a href="https://ripple.example/@gates/7?a=1&#x26;b=2" data-note="1"><time datetime="2026-03-05T08:00:00+01:00">March 5, 2026</time></a></span></figcaption></figure><ol class="link-notes" hidden><li data-href="https://ripple.example/@gates/7?a=1&#x26;b=2"></li></ol>"`,
    );
    expect(feed).toMatchInlineSnapshot(
      `"<blockquote><p>The gates are open.<br>They close at nine: &#x3C;b>sharp&#x3C;/b>.</p><p>See https://a.example @all #gates</p><p>— <cite>The lock keeper</cite> (<span translate="no">@gates</span>) on Ripple, <a href="https://ripple.example/@gates/7?a=1&#x26;b=2"><time datetime="2026-03-05T08:00:00+01:00">March 5, 2026</time></a></p></blockquote>"`,
    );
  });

  test("shows its picture below its text, on the page as others and in feeds plain", () => {
    const { page, feed } = shown(
      { ...gates, text: "Look.", image: { src: "post:gates", alt: "Two gates" } },
      { images: { "post:gates": { url: "https://press.example/g.jpg", width: 40, height: 30 } } },
    );
    expect(page).toMatchInlineSnapshot(
      `"<figure class="quoted-post"><blockquote><p>Look.</p></blockquote><img src="https://press.example/g.jpg" alt="Two gates" width="40" height="30" loading="lazy" decoding="async"><figcaption><cite><bdi>The lock keeper</bdi></cite> <bdi translate="no">@gates</bdi><span> on <bdi>Ripple</bdi>, <a href="https://ripple.example/@gates/7?a=1&#x26;b=2" data-note="1"><time datetime="2026-03-05T08:00:00+01:00">March 5, 2026</time></a></span></figcaption></figure><ol class="link-notes" hidden><li data-href="https://ripple.example/@gates/7?a=1&#x26;b=2"></li></ol>"`,
    );
    expect(feed).toMatchInlineSnapshot(
      `"<blockquote><p>Look.</p><figure><img src="https://press.example/g.jpg" alt="Two gates" width="40" height="30"></figure><p>— <cite>The lock keeper</cite> (<span translate="no">@gates</span>) on Ripple, <a href="https://ripple.example/@gates/7?a=1&#x26;b=2"><time datetime="2026-03-05T08:00:00+01:00">March 5, 2026</time></a></p></blockquote>"`,
    );
  });

  test("in another language says so, and which way it runs", () => {
    const arabic = { ...gates, text: "البوابات مفتوحة.", language: "ar" };
    const { page, feed } = shown(arabic);
    expect(page).toContain('<blockquote lang="ar" dir="rtl"><p>البوابات');
    expect(feed).toContain('<blockquote><div lang="ar" dir="rtl"><p>البوابات');
  });

  test("has only the date where no network is named, and no handle where there is none", () => {
    const { author, url, day, iso } = gates;
    const { page, feed } = shown({ text: "Open.", author, url, day, iso });
    expect(page).toContain(
      `<cite><bdi>The lock keeper</bdi></cite><span>, <a href="https://ripple.example/@gates/7?a=1&#x26;b=2" data-note="1">`,
    );
    expect(feed).toContain(
      `— <cite>The lock keeper</cite>, <a href="https://ripple.example/@gates/7?a=1&#x26;b=2"><time `,
    );
  });

  test("keeps the signs of names at their places in feeds that run from right to left", () => {
    const { feed } = shown(gates, { language: "ar" });
    expect(feed).toContain('(<span dir="auto" translate="no">@gates</span>)');
  });

  test("that is not known leaves nothing", () => {
    expect(shown(undefined)).toEqual({ page: "", feed: "" });
  });
});

test("what a post says counts for search, and not for the facts of the article's own file", () => {
  const { metadata } = parseBody('Before.\n\n<SocialPost post="lock-keeper-gates" />\n', "mdx");
  expect(metadata.words).toBe(1);
  expect(metadata.posts).toEqual([{ slug: "lock-keeper-gates", line: 3, column: 19, length: 17 }]);
  expect(Object.keys(EXAMPLE_POSTS)).toEqual(["lock-keeper-gates"]);
});

test.each([
  [
    '<SocialPost url="https://x.com/desk/status/1" />',
    'Run `npx --no-install stet keep "https://x.com/desk/status/1"`, and write the line that it prints.',
  ],
  ['<SocialPost url="gates" />', 'Write `post="gates"`.'],
  [
    '<Tweet url="https://x.com/desk/status/1" />',
    'Write `[The post](https://x.com/desk/status/1)`; to quote it in full, run `npx --no-install stet keep "https://x.com/desk/status/1"`, and write the line that it prints.',
  ],
])("%s has one remedy", (source, fix) => {
  expect(parseBody(source, "mdx").diagnostics.map((one) => one.fix)).toEqual([fix]);
});
