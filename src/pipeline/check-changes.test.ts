import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EXAMPLE_NOW, exampleArticle } from "../checks/example.ts";
import { gitPublication } from "../../tests/fixtures/git-publication.ts";
import { changedDiagnostics } from "./check-changes.ts";
import { contentCheck } from "./check-content.ts";

const FILE = "articles/2026/03/plain.md";
const LINKING = "articles/2026/03/linking.mdx";
const BEFORE = exampleArticle(
  { title: "A plain story" },
  "## Part\n\nPlain words about [a story](sound-of.md).",
);

/** How often the earlier state of a folder is checked, and what is new, where an article is another now. */
async function compared(now: string | null): Promise<{ checks: number; fresh: string[] }> {
  const { root, write } = gitPublication();
  const content = join(root, "content");
  write({
    [`content/${FILE}`]: now,
    [`content/${LINKING}`]: exampleArticle({}, "[Part](/2026/03/plain/#part), [none](/none/)."),
  });
  const load = contentCheck({
    content,
    cache: join(root, "cache"),
    now: Date.parse(EXAMPLE_NOW),
    clock: Date.now,
    codeVersion: "test",
  });
  let checks = 0;
  const { diagnostics } = await changedDiagnostics(
    await load(),
    { changed: [FILE], earlier: new Map([[FILE, Buffer.from(BEFORE)]]) },
    {
      content,
      parent: root,
      check: (view, at) => {
        checks += 1;
        return load(view, at);
      },
    },
  );
  rmSync(root, { recursive: true });
  const fresh = diagnostics.filter(({ file }) => file === LINKING);
  return { checks, fresh: fresh.map(({ code }) => code) };
}

test.each<[string, string, string]>([
  ["words", "Plain words", "Some more plain words"],
  ["words, and where they stand", "## Part", "New words.\n\n## Part"],
])("the earlier state is not checked where %s alone have changed", async (_, from, to) => {
  expect(await compared(BEFORE.replace(from, to))).toEqual({ checks: 0, fresh: [] });
});

test.each<[string, string, string, string[]]>([
  ["a part that others link to", "## Part", "## Other", ["link/fragment"]],
  ["the headline", "A plain story", "Another story", []],
  ["a link", "sound-of.md", "other.md", []],
])("the earlier state is checked because of %s", async (_, from, to, fresh) => {
  expect(await compared(BEFORE.replace(from, to))).toEqual({ checks: 1, fresh });
});

test("the earlier state is checked because of an article that has errors now", async () => {
  const { checks } = await compared(BEFORE.replace("author: ada", "author: ["));
  expect(checks).toBe(1);
});

test("the earlier state is checked because of an article that is gone", async () => {
  expect(await compared(null)).toEqual({ checks: 1, fresh: ["link/dead"] });
});
