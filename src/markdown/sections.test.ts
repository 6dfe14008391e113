import { describe, expect, test } from "vitest";
import { parseBody } from "./parse-body.ts";
import { bodySections } from "./sections.ts";

const sectionsOf = (text: string) => bodySections(parseBody(`---\ntitle: x\n---\n${text}`, "md"));

test("a body is parted at its headings, with the ids that its page has", () => {
  expect(
    sectionsOf("Before.\n\n## One & two\n\nText\nof *one*.\n\n- item\n\n### Deeper\n\n## Empty\n"),
  ).toEqual([
    { text: "Before." },
    { heading: { text: "One & two", id: "one--two" }, text: "Text of one. item" },
    { heading: { text: "Deeper", id: "deeper" }, text: "" },
    { heading: { text: "Empty", id: "empty" }, text: "" },
  ]);
});

test("a heading inside a quotation parts nothing, and notes belong to the last section", () => {
  expect(sectionsOf("> ## Quoted\n>\n> words[^1]\n\n[^1]: A note.\n")).toEqual([
    { text: "Quoted words A note." },
  ]);
});

test("blanks are one, but those that keep a number together stay as they are", () => {
  expect(sectionsOf("Some  2\u202F000\nat\u00A0once: 5\u00A0 km")).toEqual([
    { text: "Some 2\u202F000 at\u00A0once: 5\u00A0 km" },
  ]);
});

test("an empty body has no section", () => {
  expect(sectionsOf("")).toEqual([]);
});

describe("data is kept apart from the text around it", () => {
  const mdx = (text: string) => bodySections(parseBody(`---\ntitle: x\n---\n${text}`, "mdx"));

  test.each([
    ["a table", "| Port | Ships |\n| --- | --- |\n| Kiel | 1,200 |", "", "Port Ships Kiel 1,200"],
    [
      "a table with a source",
      '<Table caption="Ships by port" credit="The harbour">\n\n| Port | Ships |\n| --- | --- |\n| Kiel | 1,200 |\n\n</Table>',
      "The harbour",
      "Ships by port Port Ships Kiel 1,200",
    ],
    ["code", "```js\nrun(1);\n```", "", "run(1);"],
    [
      "code with a name",
      '<Code title="robots.txt" caption="All of it.">\n\n```text\nAllow: /\n```\n\n</Code>',
      "robots.txt All of it.",
      "Allow: /",
    ],
    [
      "the figures of a chart",
      '<Chart kind="column" title="Clicks fell" columns={["Year", "Share"]} data={[["2025", 40], ["2026", 22]]} alt="Two columns." />',
      "Clicks fell",
      "Year Share 2025 40 2026 22",
    ],
    [
      "the dates of a timeline",
      '<Timeline>\n\n<TimelineEvent date="2026-03-04" title="It opens">\n\nAt noon.\n\n</TimelineEvent>\n\n<TimelineEvent date="2026-04" when="In spring">It shuts.</TimelineEvent>\n\n</Timeline>',
      "It opens At noon. It shuts.",
      "2026-03-04 In spring",
    ],
    [
      "the moment of a callout",
      '<Callout kind="update" date="2026-03-04T10:00:00Z">\n\nIt is open.\n\n</Callout>',
      "It is open.",
      "2026-03-04T10:00:00Z",
    ],
  ])("of %s", (_, written, text, data) => {
    expect(mdx(`Before.\n\n${written}\n\nAfter.\n`)).toEqual([
      { text: ["Before.", text, "After."].filter((part) => part !== "").join(" "), data },
    ]);
  });

  test("a film says what it is called, and not how many minutes it lasts", () => {
    expect(mdx('<Video src="/a.mp4" title="The lock" length="1:02" />\n')).toEqual([
      { text: "The lock" },
    ]);
  });

  test("code and numbers in a sentence belong to it", () => {
    expect(mdx("The file `robots.txt` had 12 lines on <time>4 March</time>.\n")).toEqual([
      { text: "The file robots.txt had 12 lines on 4 March." },
    ]);
  });
});
