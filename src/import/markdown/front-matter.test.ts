import { expect, test } from "vitest";
import { splitFrontMatter } from "./front-matter.ts";

test.each<[string, string, Record<string, unknown>]>([
  [
    "YAML",
    "---\ntitle: 1.10\ndraft: yes\ntags: [a, 2]\nempty:\n---\nBody",
    { title: "1.10", draft: "yes", tags: ["a", "2"], empty: "" },
  ],
  ["YAML that ends with dots", "---\r\ntitle: T\r\n...\r\nBody", { title: "T" }],
  ["YAML without keys", "---\n---\nBody", {}],
  [
    "TOML",
    "+++\ntitle = 'T'\ndate = 2019-05-03T10:00:00\nday = 2019-05-03\nn = 2\n[params]\na = true\n+++\nBody",
    {
      title: "T",
      date: "2019-05-03T10:00:00.000",
      day: "2019-05-03",
      n: "2",
      params: { a: "true" },
    },
  ],
  ["JSON", '{\n  "title": "T {x}",\n  "n": 1\n}\nBody', { title: "T {x}", n: "1" }],
  ["JSON between semicolons", ';;;\n{ "title": "T" }\n;;;\nBody', { title: "T" }],
])("front matter in %s", (_, source, values) => {
  const split = splitFrontMatter(source);
  expect(split.faults).toEqual([]);
  expect(split.values).toEqual(values);
  expect(split.body).toBe("Body");
  expect(split.hasFrontMatter).toBe(true);
});

test.each([
  "Words",
  "---\n\nA rule first",
  "{ braces }\n",
  "\n---\na: b\n---\n",
  "{{< youtube x >}}",
])("%j has no front matter", (source) => {
  expect(splitFrontMatter(source)).toMatchObject({
    body: source,
    hasFrontMatter: false,
    faults: [],
  });
});

test.each<[string, string]>([
  ["---\ntitle: T\nBody", "1:1 the front matter has no closing `---`"],
  ["+++\ntitle = 1\n", "1:1 the front matter has no closing `+++`"],
  [
    "---\na: b\nc: [\n---\n",
    "4:1 Flow sequence in block collection must be sufficiently indented and end with a ]",
  ],
  ["+++\na = 1\nb = \n+++\n", "3:5 Invalid TOML document: invalid value"],
  ["+++\na = 1\ndate = 2026-02-30\n+++\n", "3:8 there is no day 2026-02-30"],
  ["---\n- a\n---\n", "2:1 the front matter is no list of keys with values"],
])("%j says where it is wrong", (source, fault) => {
  expect(
    splitFrontMatter(source).faults.map(({ line, column, what }) => `${line}:${column} ${what}`),
  ).toEqual([fault]);
});

test("the lines of keys and of the body are those of the file", () => {
  const split = splitFrontMatter("---\ntitle: T\n'date': x\n---\nBody");
  expect([split.lineOf("date"), split.lineOf("none"), split.bodyLine]).toEqual([3, 2, 5]);
});
