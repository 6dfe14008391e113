import { expect, test } from "vitest";
import { parseBody } from "./parse-body.ts";
import { explainFault } from "./mdx-messages.ts";

const PLACE = { line: 1, column: 1 };

test("a brace that is never closed has another message than one around what is no text", () => {
  const unclosed = explainFault("a { b", {
    text: "Could not find closing brace for `{`",
    at: 2,
    opening: undefined,
  });
  expect(unclosed.at).toBe(2);
  expect(unclosed.diagnostic(PLACE)).toMatchObject({
    code: "mdx/brace",
    message: expect.stringMatching(/^`\{` is never closed/) as string,
  });

  const unread = explainFault("a {1 +} b", {
    text: "Could not parse expression with a JavaScript parser",
    at: 6,
    opening: undefined,
  });
  expect(unread.at).toBe(2);
  expect(unread.diagnostic(PLACE)).toMatchObject({
    code: "mdx/brace",
    message: expect.stringMatching(/^The content of these braces/) as string,
  });
});

test("what the parser may yet say in words of its own is passed on without its rule", () => {
  const fault = explainFault("plain words", {
    text: "Something was unforeseen (mdx:unforeseen)",
    at: 6,
    opening: undefined,
  });
  expect(fault.at).toBe(6);
  expect(fault.diagnostic(PLACE)).toMatchObject({
    code: "body/unreadable",
    message: "The text cannot be read from here on: Something was unforeseen.",
  });
});

test.each([
  ["Use <name> here.", "Put it into backticks, `` `<name>` ``, or write `\\<name>`."],
  ["A List<String> b.", "Put it into backticks, `` `List<String>` ``, or write `List\\<String>`."],
  ["A <b>bold word.", "Write `<b>bold</b>`, with `</b>` after the last word it applies to."],
  ["One<br>two", "Write `<br />`."],
  ["One<BR>two", "Write `<br />`."],
  ["<b>One<br></b>", "Write `<br />`."],
  ["A <B>word.", "Write `<b>word</b>`, with `</b>` after the last word it applies to."],
])("what a tag that is not closed may be is told by its name: %s", (source, fix) => {
  expect(parseBody(source, "mdx").diagnostics.map((diagnostic) => diagnostic.fix)).toEqual([fix]);
});
