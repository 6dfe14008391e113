import { expect, test } from "vitest";
import { hasBlocks, parseBlocks } from "./block-parser.ts";
import type { Block } from "./block-parser.ts";

/** Blocks in short: HTML as it is, blocks as `name(attributes){parts}`. */
function short(parts: readonly (string | Block)[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      const json = JSON.stringify(part.attributes);
      return `${part.name}${json === "{}" ? "" : json}[${short(part.parts)}]`;
    })
    .join("");
}

test.each([
  ["words", "words"],
  ["<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->", "core/paragraph[<p>a</p>]"],
  ["a<!-- wp:spacer /-->b", "acore/spacer[]b"],
  ['<!-- wp:spacer {"height":20} /-->', 'core/spacer{"height":20}[]'],
  [
    '<!-- wp:my-plugin/block {"a":{"b":[1]}} -->x<!-- /wp:my-plugin/block -->',
    'my-plugin/block{"a":{"b":[1]}}[x]',
  ],
  [
    "<!-- wp:group --><div><!-- wp:list --><ul></ul><!-- /wp:list --></div><!-- /wp:group -->",
    "core/group[<div>core/list[<ul></ul>]</div>]",
  ],
  [String.raw`<!-- wp:html {"a":"\u002d\u002d\u003e \u0022"} /-->`, 'core/html{"a":"--> \\""}[]'],
  ['<!-- wp:html {"a":"--> {"} -->b<!-- /wp:html -->', 'core/html{"a":"--> {"}[b]'],
  ["<!-- note --><!-- wp -->a", "<!-- note --><!-- wp -->a"],
  [
    "<!-- wp:code --><pre>&lt;!-- wp:a --&gt; <!-- wp:more /--> <!-- wp:paragraph -->x<!-- /wp:paragraph --></pre><!-- /wp:code -->b",
    "core/code[<pre>&lt;!-- wp:a --&gt; <!-- wp:more /--> <!-- wp:paragraph -->x<!-- /wp:paragraph --></pre>]b",
  ],
])("%j is %j", (body, expected) => {
  const { parts, faults } = parseBlocks(body);
  expect(short(parts)).toBe(expected);
  expect(faults).toEqual([]);
});

test.each([
  ["a<!-- /wp:group -->b", "ab", ["`<!-- /wp:group -->` closes a block that is not open"]],
  [
    "<!-- wp:latest-posts -->a<!-- wp:list -->b",
    "core/latest-posts[]acore/list[]b",
    ["A block is never closed: `core/list`", "A block is never closed: `core/latest-posts`"],
  ],
  [
    "<!-- wp:group --><!-- wp:query -->a<!-- /wp:group -->b",
    "core/group[core/query[]a]b",
    ["A block is never closed: `core/query`"],
  ],
  [
    '<!-- wp:image {"id":1, -->a<!-- /wp:image -->',
    "core/image[a]",
    ["The attributes of a block cannot be read: `<!-- wp:image`"],
  ],
  ["a<!-- wp:image", "a<!-- wp:image", ["A comment in the text has no end"]],
])("%j, which is broken, loses nothing: %j", (body, expected, faults) => {
  const parsed = parseBlocks(body);
  expect(short(parsed.parts)).toBe(expected);
  expect(parsed.faults).toEqual(faults);
});

test("blocks that are nested too deeply lose no text", () => {
  const body =
    "<!-- wp:group -->a".repeat(10_000) + "b" + "<!-- /wp:group -->".repeat(10_000) + "c";
  const { parts, faults } = parseBlocks(body);
  expect(short(parts).replace(/core\/group|[[\]]/g, "")).toBe(`${"a".repeat(10_000)}bc`);
  expect(faults).toEqual([]);
});

test.each([
  ["<!-- wp:paragraph -->", true],
  ["<!-- /wp:paragraph -->", false],
  ["<!-- more -->", false],
])("%j was written with the block editor: %s", (body, expected) => {
  expect(hasBlocks(body)).toBe(expected);
});
