import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PNG } from "pngjs";
import { afterAll, expect, test } from "vitest";
import { compareShots, comparisonText } from "./compare-shots.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-compare-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes pictures of one grey each. */
function shots(name: string, greys: Record<string, number>): string {
  const directory = join(folder, name);
  mkdirSync(directory);
  for (const [file, grey] of Object.entries(greys)) {
    const image = new PNG({ width: 8, height: 8 });
    image.data.fill(grey);
    for (let alpha = 3; alpha < image.data.length; alpha += 4) image.data[alpha] = 0xff;
    writeFileSync(join(directory, `${file}.png`), PNG.sync.write(image));
  }
  return directory;
}

test("what changed is shown, what stayed is not, and what came or went is named", () => {
  const before = shots("before", { article: 10, front: 20, gone: 30 });
  const after = shots("after", { article: 200, front: 20, new: 30 });
  const found = compareShots(before, after, join(folder, "compare"));
  expect(comparisonText(found)).toMatchInlineSnapshot(`
    "1 changed, 1 the same, 1 new, 1 gone
      article.png  64 pixels
      new.png  new
      gone.png  gone
    "
  `);
  expect(readdirSync(join(folder, "compare")).sort()).toEqual(["article.png", "index.html"]);
  expect(readFileSync(join(folder, "compare/index.html"), "utf8")).toContain("article.png");
});
