import { expect, test } from "vitest";
import { converted } from "../../../tests/fixtures/converted-html.ts";

test("nothing becomes nothing", () => {
  expect(converted("")).toMatchObject({ text: "", format: "mdx", notes: [], posts: [], files: [] });
});

test("programs, drawings and parts of forms are noted", () => {
  const { text, notes } = converted(
    "<p>a</p><script src='https://b.example/x.js'></script><script>run()</script><style>p{}</style><svg><text>drawn</text></svg><canvas>c</canvas><embed src='https://b.example/x.swf'><form><input type=text placeholder='Your name'><button>Send</button></form><p style='display:none'>hidden</p>",
  );
  expect(text).toBe("a\n\n[b.example](https://b.example/x.swf)\n\nSend\n\nhidden\n");
  expect(notes).toEqual([
    { kind: "lost", what: "A program (script): https://b.example/x.js" },
    { kind: "lost", what: "A program (script)" },
    { kind: "lost", what: "A drawing in the text (svg): drawn" },
    { kind: "lost", what: "A drawing of a program (canvas): c" },
    { kind: "changed", what: "An embedded frame is now a link: https://b.example/x.swf" },
    { kind: "changed", what: "A part of a form (form), of which words are kept: Send" },
    { kind: "lost", what: "A field of a form (input text): Your name" },
    { kind: "changed", what: "A part of a form (button), of which words are kept: Send" },
    { kind: "look", what: "Text that was hidden is shown: hidden" },
  ]);
});

test("a block that the check would refuse is kept as plain words, the others as they are", () => {
  // Stet takes what stands between these two pieces of code for a comment of MDX.
  const list = "<ol><li><kbd><code>`c <b>{/*</b></code></kbd></li><li><code>*/}</code></li></ol>";
  const { text, notes, before, after } = converted(`<p><b>a</b></p>${list}<p><i>b</i></p>`);
  expect(text.startsWith("**a**\n\n")).toBe(true);
  expect(text.endsWith("\n\n*b*\n")).toBe(true);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.what).toContain("A block that could not be converted is plain text");
  expect(after.words).toBe(before.words);
});

test("what is nested deeper than anybody writes is flattened", () => {
  const { text, notes, before, after } = converted(
    `${"<div><blockquote>".repeat(1000)}a<p>b</p>c${"</blockquote></div>".repeat(1000)}d`,
  );
  expect(notes).toEqual([{ kind: "changed", what: "Deep nesting of blocks is flattened" }]);
  expect(before.words).toBe(4);
  expect(after).toEqual(before);
  expect(text).toContain("d");
});

test("the text of a whole page is one", () => {
  const { text } = converted(
    "<!DOCTYPE html><html><head><title>t</title></head><body><main><p>a</p></main></body></html>",
  );
  expect(text).toBe("a\n");
});

test("a text in which something fails is kept as plain words", () => {
  const { text, notes, before, after } = converted("<p>a {b}</p><p><a href='/x/'>c</a></p>", {
    link: () => {
      throw new Error("No such page.");
    },
  });
  expect(text).toBe("a \\{b} c\n");
  expect(notes).toEqual([
    { kind: "look", what: "The text could not be converted: it is plain text (No such page.)" },
  ]);
  expect(after.words).toBe(before.words);
});
