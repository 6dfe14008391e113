import { describe, expect, test } from "vitest";
import { breaches } from "./import-rules.ts";
import { projectFiles, projectText } from "./project-files.ts";

test("the project keeps its import directions and its file names", () => {
  const sources = new Map<string, string>();
  for (const file of projectFiles()) {
    if (!/\.(?:ts|mjs|cjs|astro|css)$/.test(file)) continue;
    if (/^(?:content|public)\/|(?:^|\/)(?:fixtures|__snapshots__)\//.test(file)) continue;
    // Sites of other generators, written as those have it.
    if (/^benchmarks\/peers\/[^/]+\//.test(file)) continue;
    sources.set(file, projectText(file) ?? "");
  }
  expect(sources.size).toBeGreaterThan(10);
  expect(breaches(sources)).toEqual([]);
});

function breachesOf(files: Record<string, string>): string[] {
  return breaches(new Map(Object.entries(files)));
}

describe("an import against the direction is found", () => {
  test.each<[string, string, string, string]>([
    [
      "static",
      "src/domain/article.ts",
      'import { a } from "../site/site.ts";',
      "src/domain/article.ts:1: imports src/site/site.ts, but src/domain may import nothing but itself",
    ],
    [
      "of a type",
      "src/domain/article.ts",
      '\nimport type { A } from "../views/a.ts";',
      "src/domain/article.ts:2: imports src/views/a.ts, but src/domain may import nothing but itself",
    ],
    [
      "as an import type",
      "src/site/site.ts",
      'export type A = import("../views/a.ts").A;',
      "src/site/site.ts:1: imports src/views/a.ts, but src/site may import only domain, urls, i18n",
    ],
    [
      "dynamic",
      "src/markdown/body.ts",
      'export const a = async () =>\n  await import("../loader/a.ts");',
      "src/markdown/body.ts:2: imports src/loader/a.ts, but src/markdown may import only domain, urls, i18n, site, checks",
    ],
    [
      "re-exported",
      "src/loader/a.ts",
      'export { b } from "../feeds/b.ts";',
      "src/loader/a.ts:1: imports src/feeds/b.ts, but src/loader may import only domain, urls, i18n, site, checks, markdown, cache, workers",
    ],
    [
      "in a component's front matter",
      "src/components/listing/Card.astro",
      '---\nconst a = 1;\nimport { b } from "../../loader/b.ts";\n---\n<p>{a}</p>',
      "src/components/listing/Card.astro:3: imports src/loader/b.ts, but src/components may import only types from src/loader",
    ],
    [
      "in a component's script",
      "src/layouts/Page.astro",
      '---\n---\n<p>---</p>\n<script>\n  import "../pages/b.ts";\n</script>',
      "src/layouts/Page.astro:5: imports src/pages/b.ts: nothing imports pages",
    ],
    [
      "of a script",
      "tests/build/a.ts",
      'import "../../scripts/build.ts";',
      "tests/build/a.ts:1: imports scripts/build.ts: nothing imports scripts",
    ],
    [
      "of a component by a script",
      "scripts/build.ts",
      'import "../src/components/article/Body.astro";',
      "scripts/build.ts:1: imports src/components/article/Body.astro: only pages put components together",
    ],
    [
      "of the demonstration",
      "scripts/build.ts",
      'import "./demo/drawing/shape.ts";',
      "scripts/build.ts:1: imports scripts/demo/drawing/shape.ts: only scripts/draw.ts imports the demonstration",
    ],
    [
      "of Stet by the demonstration",
      "scripts/demo/images/a.ts",
      'import "../../../src/media/derive.ts";',
      "scripts/demo/images/a.ts:1: imports src/media/derive.ts, but of Stet the demonstration may import only src/domain",
    ],
    [
      "of the publication",
      "src/pages/about.ts",
      'import "../../content/site.yaml";',
      "src/pages/about.ts:1: imports content/site.yaml, which is outside src",
    ],
    [
      "of a component by the build",
      "src/pipeline/filter.ts",
      'import "../layouts/base.ts";',
      "src/pipeline/filter.ts:1: imports src/layouts/base.ts, but src/pipeline may import only domain, urls, i18n, site, checks, markdown, cache, loader, workers, validation, report, views, feeds, seo, search, media, output, deploy, editor, prose, settings, renderer, editing, history",
    ],
    [
      "of Node in the domain",
      "src/domain/slug.ts",
      'import { readFileSync } from "node:fs";',
      "src/domain/slug.ts:1: imports node:fs, but src/domain is pure: no Node, no Astro",
    ],
    [
      "of Astro in the feeds",
      "src/feeds/rss.ts",
      'import { getImage } from "astro:assets";',
      "src/feeds/rss.ts:1: imports astro:assets, but src/feeds returns strings without Astro",
    ],
    [
      "from a folder nobody planned",
      "src/helpings/a.ts",
      'import "../domain/a.ts";',
      "src/helpings/a.ts:1: lies in src/helpings, a folder that the import rules do not know: add it to the architecture first",
    ],
  ])("%s", (_, file, text, breach) => {
    expect(breachesOf({ [file]: text })).toEqual([breach]);
  });

  test("in a cycle of folders, at each of its imports", () => {
    expect(
      breachesOf({
        "src/loader/check.ts": 'import "../markdown/body.ts";',
        "src/markdown/body.ts": 'import "../loader/check.ts";',
      }),
    ).toEqual([
      "src/loader/check.ts:1: imports itself: src/loader/check.ts > src/markdown/body.ts > src/loader/check.ts",
      "src/loader/check.ts:1: src/loader and src/markdown import each other",
      "src/markdown/body.ts:1: imports src/loader/check.ts, but src/markdown may import only domain, urls, i18n, site, checks",
      "src/markdown/body.ts:1: src/markdown and src/loader import each other",
    ]);
  });
});

test("a circle of modules of one folder is found", () => {
  expect(
    breachesOf({
      "src/markdown/a.ts": 'import { b } from "./b.ts";\nexport const a = b;',
      "src/markdown/b.ts": 'import type { a } from "./a.ts";\nexport type B = typeof a;',
    }),
  ).toEqual([
    "src/markdown/a.ts:1: imports itself: src/markdown/a.ts > src/markdown/b.ts > src/markdown/a.ts",
  ]);
});

test("imports along the direction pass", () => {
  expect(
    breachesOf({
      "astro.config.mjs": 'import "./src/renderer/integration.ts";\nexport default {};',
      "scripts/demo/images/card.ts": 'import { SIZE } from "../../../src/domain/share-size.ts";',
      "scripts/build.ts": 'import { build } from "../src/pipeline/build.ts";',
      "scripts/draw.ts": 'import { printed } from "./demo/drawing/sheet.ts";',
      "src/loader/check.ts": 'import { parseBody } from "../markdown/body.ts";',
      "src/loader/check.test.ts": 'import { folder } from "../../tests/fixtures/folder.ts";',
      "src/pipeline/filter.ts": 'import { paths } from "../views/route-plan.ts";',
      "src/components/listing/Card.astro":
        '---\nimport type { Card } from "../../views/card.ts";\nimport "../../styles/card.css";\n---\n',
      "src/pages/[year]/[slug].astro": '---\nimport Page from "../../layouts/Page.astro";\n---\n',
      "src/pages/index.astro": '---\nimport { home } from "../views/home.ts";\n---\n',
      "src/i18n/languages.ts":
        '// import "../views/a.ts"\nexport const a = `import "../views/a.ts"`;',
    }),
  ).toEqual([]);
});

describe("a name or an export against the rules is found", () => {
  test.each<[string, string, string]>([
    [
      "src/lib/a.ts",
      "",
      "lies in a folder named lib: put it into the module that owns its concept",
    ],
    ["src/feeds/index.ts", "", "is an index module: import from the module itself"],
    ["src/feeds/RssFeed.ts", "", "is a module whose name is not in kebab-case"],
    ["src/components/a/card.astro", "", "is a component whose name is not in PascalCase"],
    ["src/feeds/a.ts", "export default 1;", "has a default export: name it"],
    ["src/feeds/a.ts", "export default function a() {}", "has a default export: name it"],
    ["src/feeds/a.ts", "const a = 1; export { a as default };", "has a default export: name it"],
  ])("%s %s", (file, text, why) => {
    expect(breachesOf({ [file]: text })).toEqual([`${file}:1: ${why}`]);
  });
});
