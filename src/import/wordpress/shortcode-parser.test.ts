import { expect, test } from "vitest";
import { shortcodeAttributes, shortcodeTree, writtenTree } from "./shortcode-parser.ts";
import type { ShortcodeNode } from "./shortcode-parser.ts";

function short(nodes: readonly ShortcodeNode[]): string {
  return nodes
    .map((node) =>
      typeof node === "string"
        ? node
        : `{${node.name}${node.children ? `:${short(node.children)}` : ""}}`,
    )
    .join("");
}

test.each([
  ["a [gallery] b", "a {gallery} b"],
  ["[a]b[/a]", "{a:b}"],
  ["[a][b]c[/b][d/][/a]", "{a:{b:c}{d}}"],
  ["[a]x[a]y[/a]", "{a}x{a:y}"],
  ["[[gallery]] and [[a]b[/a]]", "[gallery] and [{a:b}]"],
  ["a [1] [ ] [/a] []", "a [1] [ ] [/a] []"],
  ['<a title="[a]">[b]</a>', '<a title="[a]">{b}</a>'],
  [
    "<pre>[a]</pre><code>[b]</code><!-- [c] -->[d]",
    "<pre>[a]</pre><code>[b]</code><!-- [c] -->{d}",
  ],
  ["<code>[a]", "<code>{a}"],
  ["[a-b c_d=1]", "{a-b}"],
])("%j is %j", (text, expected) => {
  const tree = shortcodeTree(text);
  expect(short(tree)).toBe(expected);
});

test.each(['[a b="c"]x[d]y[/d][/a] z', "[a]x[b]", "words"])("%j is written as it was", (text) => {
  expect(writtenTree(shortcodeTree(text))).toBe(text);
});

test.each([
  [" a=\"b c\" d='e' f=g", { a: "b c", d: "e", f: "g" }],
  [" a=“b” c=&#8221;d&#8221;", { a: "b", c: "d" }],
  [" https://a.example/?b=c&amp;d=e", { "0": "https://a.example/?b=c&d=e" }],
  ["=https://a.example/?b=c", { "0": "https://a.example/?b=c" }],
  [' "b c" d', { "0": "b c", "1": "d" }],
])("the attributes %j are %j", (written, expected) => {
  expect(shortcodeAttributes(written)).toEqual(expected);
});

test("many shortcodes that are never closed take no long time", () => {
  const text = "[a]".repeat(20_000) + "[/b]".repeat(20_000) + "[c x='".repeat(5_000);
  expect(writtenTree(shortcodeTree(text))).toBe(text);
});
