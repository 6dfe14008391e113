import { expect, test } from "vitest";
import type { Root } from "hast";
import type { BodyFormat } from "../domain/body.ts";
import { COMPONENTS } from "./components/registry.ts";
import { parseBody } from "./parse-body.ts";
import { feedHtml, pageHtml } from "./render-body.ts";
import { bodySections } from "./sections.ts";
import { testTargets } from "../../tests/fixtures/body-targets.ts";
import { EXAMPLE_POSTS } from "../../tests/fixtures/body-targets.ts";
import { treeOf, writtenTree } from "./written-tree.ts";

const MARKDOWN = `# Title

Words with *stress*, **weight**, \`code\`, ~~loss~~ and a [link](/a/ "Way") to <https://b.example/>.[^1]

- [x] done
- [ ] open

1. one
   > quoted
2. two

| Left | Right |
| :--- | ----: |
| a    |     1 |

![A pier](./pier.jpg "The pier")

\`\`\`js
const a = "<b>";
\`\`\`

---

[^1]: A note, [linked](/n/).

Words again.[^1]
`;

const HTML = `<details open><summary>More</summary><p lang="fr" dir="ltr">Mots</p></details>

<math><mi>x</mi></math> <ruby>漢<rt>kan</rt></ruby> <blockquote cite="/a/">Said</blockquote>

<table><tr><td colspan="2">a<br>b</td></tr></table>
`;

/** Through JSON, as it lies in a file. */
function kept(tree: Root): Root {
  return treeOf(JSON.parse(JSON.stringify(writtenTree(tree))) as ReturnType<typeof writtenTree>);
}

const TEXTS: [name: string, format: BodyFormat, text: string][] = [
  ["Markdown", "md", MARKDOWN],
  ["Markdown of MDX", "mdx", MARKDOWN.replace("<https://b.example/>", "[b](https://b.example/)")],
  ["HTML", "md", HTML],
  ...COMPONENTS.map(
    ({ name, example }) => [`<${name}>`, "mdx", example] as [string, BodyFormat, string],
  ),
  ["nothing", "md", ""],
];

test.each(TEXTS)(
  "what is printed of a kept tree is what is printed of the tree: %s",
  (_, format, text) => {
    const body = parseBody(text, format);
    const again = { tree: kept(body.tree) };
    const targets = testTargets({
      posts: EXAMPLE_POSTS,
      links: { "/a/": "/paper/a/", "/n/": null },
      images: { "./pier.jpg": { url: "/p.jpg", width: 9, height: 6 } },
    });
    expect(pageHtml(again, targets)).toBe(pageHtml(body, targets));
    expect(feedHtml(again, targets)).toBe(feedHtml(body, targets));
    expect(bodySections(again, targets)).toEqual(bodySections(body, targets));
  },
);

test("a kept tree has no places", () => {
  const tree = kept(parseBody('# A\n\n<Aside title="B">\n\nC\n\n</Aside>\n', "mdx").tree);
  expect(JSON.stringify(tree)).not.toMatch(/position|offset|column/);
});
