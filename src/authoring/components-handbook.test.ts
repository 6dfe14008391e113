import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GOOD_PUBLICATION, NOW, text } from "../../tests/build/bad-inputs/good-publication.ts";
import { writeContent } from "../../tests/build/publication.ts";
import { ROOT } from "../../tests/structure/project-files.ts";
import { loadPublication } from "../pipeline/load-publication.ts";
import { COMPONENTS } from "../markdown/components/registry.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { feedHtml, pageHtml } from "../markdown/render-body.ts";
import { EXAMPLE_POSTS, testTargets } from "../../tests/fixtures/body-targets.ts";
import {
  COMPONENTS_HANDBOOK,
  componentsHandbook,
  screenshotOf,
  SCHEMES,
} from "./components-handbook.ts";

const committed = readFileSync(join(ROOT, COMPONENTS_HANDBOOK), "utf8");
const examples = [...committed.matchAll(/^## (\w+)\n[^]*?^(`{3,4})mdx\n([^]*?)^\2$/gm)].map(
  ([, name = "", , example = ""]) => ({ name, example }),
);

test("the committed handbook is what the declarations say: if not, `npm run docs` writes it", () => {
  expect(committed, "Run `npm run docs` and commit what it writes.").toBe(componentsHandbook());
  expect(examples.map(({ name }) => name)).toEqual(COMPONENTS.map(({ name }) => name));
});

test.each(COMPONENTS)(
  "<$name> has a picture in each colour scheme that loads quickly",
  ({ name }) => {
    for (const scheme of SCHEMES) {
      const { size } = statSync(join(ROOT, "docs", screenshotOf(name, scheme)));
      expect(size, "Run `npm run docs -- --pictures` and commit what it writes.").toBeLessThan(
        40_000,
      );
    }
  },
);

test.each(examples)("the example of <$name> passes the check", async ({ example }) => {
  const base = mkdtempSync(join(tmpdir(), "stet-handbook-"));
  const content = join(base, "content");
  for (const [file, bytes] of Object.entries(GOOD_PUBLICATION)) writeContent(content, file, bytes);
  writeContent(
    content,
    "articles/2026/03/example.mdx",
    text(
      {
        corrections: "[{ date: 2026-03-31, note: It was Monday. }]",
        kind: example.includes("<LiveUpdate") ? "live" : "news",
      },
      `Words.\n\n${example}`,
    ),
  );
  const image = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>';
  for (const [, file = ""] of example.matchAll(/"\.\/([\w-]+\.svg)"/g))
    writeContent(content, `articles/2026/03/${file}`, image);
  writeContent(content, "public/lock-in-winter.mp4", "a film");
  writeContent(content, "public/lock-keeper.mp3", "a recording");
  writeContent(
    content,
    "posts/lock-keeper-gates.yaml",
    "text: Open.\nauthor: The keeper\ndate: 2026-03-05\nurl: https://ripple.example/\n",
  );
  const { diagnostics } = await loadPublication({
    content,
    cache: join(base, "cache"),
    now: Date.parse(NOW),
    clock: Date.now,
    codeVersion: "test",
  });
  rmSync(base, { recursive: true, force: true });
  expect(diagnostics).toEqual([]);
});

test.each(examples)("the example of <$name> has a form for the page and for feeds", (one) => {
  const images = Object.fromEntries(
    [...one.example.matchAll(/"(\.\/[\w-]+\.svg)"/g)].map(([, file = ""]) => [
      file,
      { url: `/media/${file.slice(2)}`, width: 40, height: 30 },
    ]),
  );
  const corrections = [{ day: "2026-03-31", note: "It was Monday." }];
  const body = parseBody(one.example, "mdx");
  for (const html of [pageHtml, feedHtml].map((form) =>
    form(body, testTargets({ images, corrections, posts: EXAMPLE_POSTS })),
  )) {
    expect(html).toMatch(/^<(\w+)[^]*<\/\w+>$/);
    expect(html).not.toContain(`<${one.name}`);
    for (const [, words = ""] of one.example.matchAll(/"([^"./]+\w)\.?"/g)) {
      // An instant is told in the time zone of the publication.
      if (/^\d{4}-\d\d-\d\dT/.test(words)) continue;
      // A word of a fixed list is shown in the paper's own, which begins a line.
      const shown = EXAMPLE_POSTS[words]?.author ?? words;
      expect(html.toLowerCase()).toContain(shown.toLowerCase());
    }
  }
});
