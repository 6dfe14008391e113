import { describe, expect, test } from "vitest";
import type { BodyFormat } from "../domain/body.ts";
import { parseBody } from "./parse-body.ts";

/** Problems of a body below a front matter of three lines, as `severity code line:column message`. */
function diagnosticsOf(written: string, format: BodyFormat = "md"): string[] {
  return parseBody(`---\ntitle: A\n---\n${written}\n`, format).diagnostics.map(
    ({ severity, code, line, column, message }) =>
      `${severity} ${code} ${line}:${column} ${message}`,
  );
}

const CONTROL = "is a control character";

describe("what is decoded to something that cannot be printed is an error at its place", () => {
  test.each<[string, string, BodyFormat, string]>([
    ["ESC by a reference in HTML", "<p>Words &#27;[31m</p>", "md", `4:10 \`&#27;\` ${CONTROL}`],
    ["a form feed in Markdown", "Words &#12; here", "md", `4:7 \`&#12;\` ${CONTROL}`],
    ["NUL in Markdown", "One &#0; two", "md", "4:5 `&#0;` is a control"],
    ["ESC in Markdown", "One &#x1b; two", "mdx", "4:5 `&#x1b;` is a control"],
    ["half a character", "One &#xD800; two", "mdx", "4:5 `&#xD800;` is half of"],
    ["a number beyond Unicode", "One &#x110000; two", "mdx", "4:5 `&#x110000;` is not a"],
    ["in an alternative text", "![A &#8; b](a.png)", "md", "4:5 `&#8;` is a control"],
    ["in a title", '[x](https://a.example/ "t&#27;")', "md", "4:26 `&#27;` is a control"],
    ["in an address", "[x](https://a.example/&#1;b)", "md", "4:23 `&#1;` is a control"],
    ["in an attribute", '<b title="&#27;">z</b>', "md", `4:11 \`&#27;\` ${CONTROL}`],
    ["in an attribute of JSX", '<b title="&#27;">z</b>', "mdx", "4:11 `&#27;` is a control"],
    ["NUL in a text of JSX", 'A <b title={"\\u0000"}>z</b>', "mdx", `4:14 \`\\u0000\` ${CONTROL}`],
    [
      "half a character in a component",
      '<Aside title={"a \\uD800"}>\n\nz\n\n</Aside>',
      "mdx",
      "4:18 `\\uD800` is half of a surrogate pair",
    ],
    [
      "ESC deep in a list of a component",
      '<Timeline\n  title={"a\\x1bb"}\n>\n\n<TimelineEvent date="2026-03-01" title="b">\n\nc\n\n</TimelineEvent>\n\n</Timeline>',
      "mdx",
      "5:12 `\\x1b` is a control character",
    ],
    ["after letters of two units", "😀😀 &#2; z", "md", "4:6 `&#2;` is a control"],
  ])("%s", (_, written, format, expected) => {
    const [found, ...others] = diagnosticsOf(written, format).filter((one) =>
      one.includes("body/control-character"),
    );
    expect(found).toContain(`error body/control-character ${expected}`);
    expect(others).toEqual([]);
  });
});

test("the name of a note is decoded, too", () => {
  expect(diagnosticsOf("Words[^a%1B].\n\n[^a%1B]: A note.")).toEqual([
    expect.stringContaining("4:6 There is a control character here"),
    expect.stringContaining("6:1 There is a control character here"),
  ]);
});

test("every one is told, each once", () => {
  expect(diagnosticsOf("<p title='&#1;'>a &#2; b &#3;</p>\n\nc &#4;")).toHaveLength(4);
});

test("a number of Windows-1252 is told with its character: a warning where the text is imported", () => {
  const fixes = (format: BodyFormat): string[] =>
    parseBody("It&#146;s the &#x93;end.\n", format).diagnostics.map(
      ({ severity, fix }) => `${severity} ${fix}`,
    );
  expect(fixes("md")).toEqual(["warning Write `’`.", "warning Write `“`."]);
  expect(fixes("mdx")).toEqual(["error Write `’`.", "error Write `“`."]);
});

test.each<[string, BodyFormat]>([
  ["`&#27;` and\n\n```\n&#0;\n```\n", "md"],
  ["A &#9; b &#10; c &#xA0; d &#8217; e &#xFFFD; f �", "md"],
  ["<p>It&#146;s</p>", "md"],
  ['<b title={"a\\n\\ud83d\\ude00\\t"}>z</b>', "mdx"],
  ["Of `&#0;` they print `� and &#0;`.\n\n```\n� &#27;\n```\n", "md"],
  ["[�](https://a.example/%EF%BF%BD) and `&#0;`", "md"],
  ["A path: C:\\u0000 and \\x1b", "md"],
])("%j is sound", (written, format) => {
  expect(diagnosticsOf(written, format)).toEqual([]);
});

test("what comes of a faulty text can be printed all the same, as development does", () => {
  const { tree } = parseBody('<b title={"a\\uD800\\u0000"}>z</b> &#12;', "mdx");
  expect(JSON.stringify(tree)).toContain('"title":"a��"');
  expect(JSON.stringify(tree)).not.toContain("\\f");
});
