import { describe, expect, test } from "vitest";
import { nameOfPath } from "../../checks/naming.ts";
import { parseOrExplain } from "./parse-or-explain.ts";
import { articleSchema } from "../schemas/article-schema.ts";
import { parseYaml } from "./yaml-document.ts";

const VALID = ["title: A", "description: B", "category: c", "author: d", "date: 2026-03-01"];

function explain(...lines: string[]) {
  const { document } = parseYaml(`${lines.join("\n")}\n`, "a.mdx", 2);
  if (document === undefined) throw new Error("The test's own YAML does not parse.");
  const { value, diagnostics } = parseOrExplain(articleSchema("UTC", "mdx"), document, "a.mdx");
  return {
    value,
    told: diagnostics.map(
      ({ code, line, column, message, fix }) => `${line}:${column} ${code}: ${message} ${fix}`,
    ),
  };
}

test("sound front matter becomes a value", () => {
  expect(explain(...VALID)).toMatchObject({
    value: { author: ["d"], kind: "news", tags: [] },
    told: [],
  });
});

test("every fault is told at its place, with a way to mend it", () => {
  expect(
    explain(
      ...VALID.slice(0, 3),
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

describe("empty values", () => {
  test.each([
    ["updated: ''", "`updated` is empty and counts"],
    ["updated: []", "`updated` is empty and counts"],
    ["updated: { date: 2026-03-03, note: ' ' }", "`updated.note` is empty and counts"],
    ["updated: ['', { date: '', note: '' }]", "`updated` is empty and counts"],
    ["tags:", "`tags` is empty and counts"],
    ["tags: [a, '', ~, b]", "Entry 2 of `tags` and entry 3 of `tags` are empty and count"],
    ["image: ''", "`image` is empty and counts"],
    ["image: { src: '', alt: '', caption: null }", "`image` is empty and counts"],
    ["story: null", "`story` is empty and counts"],
    ["source: { name: Agency, url: '' }", "`source.url` is empty and counts"],
    ["corrections: [{ date: '', note: '' }]", "`corrections` is empty and counts"],
    ["id: ''\nkind: ''\ndraft:\npin: ''", "`id`, `kind`, `draft` and `pin` are empty and count"],
  ])("%j counts as absent, with one hint", (written, message) => {
    const { value, told } = explain(...VALID, written);
    expect(value).toMatchObject({ title: "A" });
    expect(told).toEqual([expect.stringContaining(`schema/empty: ${message} as absent.`)]);
  });

  test("are what the schema says of absent ones", () => {
    const { value } = explain(...VALID, "updated: ''", "tags: [a, '']", "draft:", "kind: ''");
    expect(value).toMatchObject({ updated: [], tags: ["a"], draft: false, kind: "news" });
    expect(value).not.toHaveProperty("image");
  });

  test("that the schema takes as they are need no hint", () => {
    expect(explain(...VALID, "tags: []", "aliases: []", "corrections: []").told).toEqual([]);
  });

  test.each([
    ["title: ''", "`title` is empty."],
    ["author: ['']", "`author` is empty."],
    ["image: { src: '', alt: A }", "`image.src` is empty."],
    [
      "corrections: [{ date: 2026-03-03, note: '' }]",
      "`note` in entry 1 of `corrections` is empty.",
    ],
  ])("that are required are errors: %j", (written, message) => {
    const key = written.slice(0, written.indexOf(":") + 1);
    const { value, told } = explain(...VALID.filter((line) => !line.startsWith(key)), written);
    expect(value).toBeUndefined();
    expect(told).toEqual([expect.stringContaining(`schema/value: ${message}`)]);
  });

  test("of lists leave the others at their places", () => {
    const { told } = explain(...VALID, "tags: ['', 7, '', 8]");
    expect(told.map((one) => one.slice(0, one.indexOf(".")))).toEqual([
      "7:12 schema/value: Entry 2 of `tags` is `7`; it must be a text, and is a number without quotation marks",
      "7:19 schema/value: Entry 4 of `tags` is `8`; it must be a text, and is a number without quotation marks",
      "7:7 schema/empty: Entry 1 of `tags` and entry 3 of `tags` are empty and count as absent",
    ]);
  });

  test("do not hide keys that there are not", () => {
    const { told } = explain(...VALID, "image: { scr: '' }", "layout:");
    expect(told.filter((one) => one.includes("unknown-key"))).toHaveLength(2);
  });
});

test("what the check offered is left to the rule that tells of it, where that does", () => {
  const valid = VALID.filter((one) => !/^(?:date|category)/.test(one));
  expect(explain(...valid, "category: c", "date: 2026-03-DD").told).toEqual([]);
  expect(explain(...valid, "category: c", "date: [2026-03-DD]").told).toHaveLength(1);
  const { told } = explain(...valid, "date: 2026-03-01", "category: [WRITE THE CATEGORY HERE, c]");
  expect(told).toHaveLength(1);
});

test.each([
  ["description", "a".repeat(5001), "must have at most 5,000 characters"],
  ["tags", `[${"a, ".repeat(50)}b]`, "must have at most 50 entries"],
])("how long `%s` may be is told in what it consists of", (key, written, demand) => {
  const { told } = explain(...VALID.filter((line) => !line.startsWith(key)), `${key}: ${written}`);
  expect(told).toEqual([expect.stringMatching(`schema/value: \`${key}\` .*it ${demand}`)]);
});

test("a misspelt key is not missing as well", () => {
  const { told } = explain(...VALID.slice(1), "titel: A");
  expect(told).toEqual([
    "6:1 schema/unknown-key: There is no key `titel`; it is called `title` here. Write `title: A`.",
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
