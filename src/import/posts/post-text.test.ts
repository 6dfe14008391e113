import { expect, test } from "vitest";
import { postTextOf, wholeAddress } from "./post-text.ts";

test.each([
  ["<p>One.</p><p>Two,<br>three.</p>", "One.\n\nTwo,\nthree."],
  ["<p>One.<br><br>Two.</p>", "One.\n\nTwo."],
  ["  One \n  two  ", "One two"],
  ["<div>One</div><div>two</div>", "One\ntwo"],
  ["<p>First</p><ul><li>a</li><li>b</li></ul>", "First\n\n- a\n- b"],
  ["AT&amp;T &lt;b&gt; &#39;x&#39;", "AT&T <b> 'x'"],
  ["<b>No</b>w <i>then</i>", "Now then"],
  [
    '<a href="https://news.example/2026/long/path"><span class="invisible">https://</span><span class="ellipsis">news.example/2026</span><span class="invisible">/long/path</span></a>',
    "https://news.example/2026/long/path",
  ],
  [
    'See <a href="https://news.example/2026/long">news.example/20…</a>.',
    "See https://news.example/2026/long.",
  ],
  ['Read <a href="https://news.example/a">this</a>.', "Read this (https://news.example/a)."],
  ['<a href="https://news.example/">news.example</a>', "news.example"],
  ['<a href="https://m.example/@ada" class="u-url mention">@<span>ada</span></a> hi', "@ada hi"],
  ['<a href="https://m.example/tags/sea">#<span>sea</span></a>', "#sea"],
  ['<a href="https://t.co/x1">pic.twitter.com/x1</a>', "pic.twitter.com/x1"],
  ['Look<br><br><a href="https://bsky.app/x">[image or embed]</a>', "Look"],
  ["<pre><code>let a;\n  <b>let</b> b;</code></pre>", "let a;\nlet b;"],
  ['Hi <img alt=":cat:" src="https://m.example/cat.png">', "Hi :cat:"],
])("%s", (html, text) => {
  expect(postTextOf(html)).toBe(text);
});

test.each([
  "<script>alert(1)</script>Words",
  '<img src=x onerror="alert(1)">Words',
  "<style>p{}</style><iframe srcdoc='<b>x</b>'></iframe>Words",
  '<svg onload="alert(1)"><text>x</text></svg>Words',
  "<noscript>x</noscript><template>y</template><p onclick=x>Words",
  '<!-- x --><math><mi>x</mi></math><a href="javascript:alert(1)">Words</a>',
])("hostile HTML becomes its words alone: %s", (html) => {
  expect(postTextOf(html)).toBe("Words");
});

test("HTML that is nested very deeply is read, or said to be unreadable", () => {
  const deep = `${"<div>".repeat(100_000)}Words`;
  expect([undefined, "Words"]).toContain(postTextOf(deep));
});

test("a link that shows part of an address shows it whole, and no other address", () => {
  expect(wholeAddress("news.example/20...", "https://news.example/2026")).toBe(
    "https://news.example/2026",
  );
  expect(wholeAddress("bank.example/in…", "https://thief.example/in")).toBe(
    "bank.example/in… (https://thief.example/in)",
  );
});
