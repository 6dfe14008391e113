import { describe, expect, test } from "vitest";
import { parseYaml } from "./yaml-document.ts";

function told(yaml: string): { value: unknown; found: string[]; fixes: string[] } {
  const { document, diagnostics } = parseYaml(yaml, "a.md", 2);
  return {
    value: document?.value,
    found: diagnostics.map(({ code, severity, line, column, length = 0 }) => {
      const written = yaml.split("\n")[line - 2]?.slice(column - 1, column - 1 + length) ?? "";
      return `${severity} ${code} ${line}:${column} ${written}`;
    }),
    fixes: diagnostics.map(({ fix }) => fix),
  };
}

describe("text that YAML takes for a comment is told:", () => {
  test.each([
    ["title: The team is #1 in the county", "2:20 #1 in the county"],
    ["title: #metoo at five", "2:8 #metoo at five"],
    ["title: We are # 1", "2:15 # 1"],
    ["title: C # in ten days", "2:10 # in ten days"],
    ["title: Learning C # in ten days", "2:19 # in ten days"],
    ["kicker: Issue #5", "2:15 #5"],
    ["tags:\n  - C #", "3:7 #"],
    ["tags:\n  - #hash", "3:5 #hash"],
    ["image:\n  alt: A sign #3 in red", "3:15 #3 in red"],
  ])("%j", (yaml, location) => {
    expect(told(yaml).found).toEqual([`warning yaml/comment ${location}`]);
  });

  test("and what to write instead, which is read whole", () => {
    const { fixes } = told('title: The "best" team is #1');
    expect(fixes).toEqual([
      `Write \`title: 'The "best" team is #1'\`; if it is a note, put it on a line of its own.`,
    ]);
    const written = /`(.*)`/.exec(fixes[0] ?? "")?.[1] ?? "";
    expect(told(written)).toMatchObject({
      value: { title: 'The "best" team is #1' },
      found: [],
    });
  });
});

test("a value on several lines is written out on one", () => {
  expect(told("title: The team\n  is #1").fixes).toEqual([
    "Write `title: 'The team is #1'`; if it is a note, put it on a line of its own.",
  ]);
});

describe("a fault that comes from a comment is told as such:", () => {
  test.each([
    ["description: Issue #5\n  goes on", "2:20 #5", "Write `description: 'Issue #5 goes on'`."],
    ["tags: [C #, F#]\ncategory: town", "2:10 #, F#]", "Write `tags: ['C #', 'F#']`."],
    [
      "title: The team is #1\n  in the county",
      "2:20 #1",
      "Write `title: 'The team is #1 in the county'`.",
    ],
  ])("%j", (yaml, location, fix) => {
    const { found, fixes } = told(yaml);
    expect(found).toEqual([`error yaml/syntax ${location}`]);
    expect(fixes).toEqual([fix]);
  });

  test("and one that stands elsewhere is not blamed", () => {
    expect(told("date: 2026-03-12 # a day\ntitle: A: b").fixes).toEqual(["Write `title: 'A: b'`."]);
  });
});

describe("notes are let be:", () => {
  test.each([
    "# A note.\ntitle: A\n# Another.",
    "date: 2026-03-12 # when it went out",
    "author: [ada, grace] # both",
    "category: town   # a slug",
    "draft: true # not yet",
    "tags: # none yet\n",
    'title: "The team is #1"',
    "title: 'The team is #1' # a note",
    "title: C# and F#",
    "url: https://a.example/#b",
    "description: >-\n  The team is #1\n  in the county",
    "image: # the quay\n  src: a.jpg",
  ])("%j", (yaml) => {
    expect(told(yaml).found).toEqual([]);
  });
});
