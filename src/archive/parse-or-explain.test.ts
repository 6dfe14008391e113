import { expect, test } from "vitest";
import { nameOfPath, parseOrExplain } from "./parse-or-explain.ts";
import { articleSchema } from "./schemas.ts";
import { parseYaml } from "./yaml-document.ts";

const SOUND = ["title: A", "description: B", "category: c", "author: d", "date: 2026-03-01"];

function explain(...lines: string[]) {
  const { document } = parseYaml(`${lines.join("\n")}\n`, "a.mdx", 2);
  if (document === undefined) throw new Error("The test's own YAML does not parse.");
  const { value, findings } = parseOrExplain(articleSchema("UTC"), document, "a.mdx");
  return {
    value,
    told: findings.map(
      ({ code, line, column, message, fix }) => `${line}:${column} ${code}: ${message} ${fix}`,
    ),
  };
}

test("sound front matter becomes a value", () => {
  expect(explain(...SOUND)).toMatchObject({
    value: { author: ["d"], kind: "news", tags: [] },
    told: [],
  });
});

test("every fault is told at its place, with a way to mend it", () => {
  expect(
    explain(
      ...SOUND.slice(0, 3),
      "date: 20260301",
      "titel: B",
      "kind: opinon",
      "draft: maybe",
      "tags: [a, 7, '']",
      "image: { src: a.jpg, alt: '', credti: x }",
      "corrections: [{ date: 2026-03-04 }]",
      "kicker:",
    ).told,
  ).toMatchSnapshot();
});

test("a misspelt key is not missing as well", () => {
  const { told } = explain(...SOUND.slice(1), "titel: A");
  expect(told).toEqual([
    "6:1 schema/unknown-key: There is no key `titel`. Did you mean `title`? Write `title`.",
  ]);
});

test.each([
  [["title"], "`title`"],
  [["image", "src"], "`image.src`"],
  [["tags", 1], "entry 2 of `tags`"],
  [["corrections", 0, "date"], "`date` in entry 1 of `corrections`"],
])("%j is called %s", (path, name) => {
  expect(nameOfPath(path)).toBe(name);
});
