import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseBody } from "../../src/markdown/parse-body.ts";
import { feedHtml, pageHtml } from "../../src/markdown/render-body.ts";
import { bodySections } from "../../src/markdown/sections.ts";
import { testTargets } from "../fixtures/body-targets.ts";
import { treeOf, writtenTree } from "../../src/markdown/written-tree.ts";
import { CORPUS, corpusIsMissing } from "../build/corpus.ts";
import { ROOT } from "../structure/project-files.ts";

const targets = testTargets();

/** Texts of which something else would be printed from the kept tree than from a parse. */
function differing(folder: string): string[] {
  const texts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.mdx?$/.test(name),
  );
  expect(texts.length).toBeGreaterThan(0);
  return texts.filter((name) => {
    const source = readFileSync(join(folder, name), "utf8");
    const format = name.endsWith("x") ? "mdx" : "md";
    // The check keeps what it has parsed with all its looking; a build parses without.
    const checked = JSON.stringify(writtenTree(parseBody(source, format).tree));
    const kept = { tree: treeOf(JSON.parse(checked) as ReturnType<typeof writtenTree>) };
    const parsed = parseBody(source, format, { isChecked: true });
    return (
      pageHtml(kept, targets) !== pageHtml(parsed, targets) ||
      feedHtml(kept, targets) !== feedHtml(parsed, targets) ||
      JSON.stringify(bodySections(kept)) !== JSON.stringify(bodySections(parsed))
    );
  });
}

test.each(["content", "tests/fixtures/publications"])(
  "pages, feeds and search say the same of a kept tree and of a text parsed again: %s",
  (folder) => {
    expect(differing(join(ROOT, folder))).toEqual([]);
  },
);

test.skipIf(corpusIsMissing)(
  `and of all texts of a real archive${corpusIsMissing ? `: ${corpusIsMissing}` : ""}`,
  () => {
    expect(differing(CORPUS)).toEqual([]);
  },
);
