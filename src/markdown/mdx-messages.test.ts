import { expect, test } from "vitest";
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
