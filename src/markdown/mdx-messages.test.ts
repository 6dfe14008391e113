import { expect, test } from "vitest";
import { parseBody } from "./parse-body.ts";
import { explainFault } from "./mdx-messages.ts";

test("a brace that is never closed has another message than one around what is no text", () => {
  const unclosed = explainFault("a { b", {
    text: "Could not find closing brace for `{`",
    at: 2,
    opening: undefined,
  });
  expect(unclosed).toMatchObject({ code: "mdx/brace", at: 2 });
  expect(unclosed.message).toMatch(/^`\{` is never closed/);

  const unread = explainFault("a {1 +} b", {
    text: "Could not parse expression with a JavaScript parser",
    at: 6,
    opening: undefined,
  });
  expect(unread).toMatchObject({ code: "mdx/brace", at: 2 });
  expect(unread.message).toMatch(/^What stands in these braces/);
});

test("what the parser may yet say in words of its own is passed on without its rule", () => {
  const fault = explainFault("plain words", {
    text: "Something was unforeseen (mdx:unforeseen)",
    at: 6,
    opening: undefined,
  });
  expect(fault).toMatchObject({
    code: "body/unreadable",
    at: 6,
    message: "The parser gave up here: Something was unforeseen.",
  });
});

test.each([
  [
    "Use <name> here.",
    "Put it into backticks, or write `\\<name>`: an article has no such element.",
  ],
  [
    "A List<String> b.",
    "Put it into backticks, or write `\\<String>`: an article has no such element.",
  ],
  [
    "A <b>bold word.",
    "Add `</b>`, or write `<b />` if nothing stands in it, or `\\<` if it is only text.",
  ],
  ["One<br>two", "Write `<br />`, or `\\<` if it is only text."],
  ["One<BR>two", "Write `<br />`, or `\\<` if it is only text."],
  ["<b>One<br></b>", "Write `<br />`, or `\\<` if it is only text."],
  ["A <B>word.", "Write `<b>…</b>`, in small letters, or `\\<` if it is only text."],
])("what a tag that is not closed may be is told by its name: %s", (source, fix) => {
  expect(parseBody(source, "mdx").problems.map((problem) => problem.fix)).toEqual([fix]);
});
