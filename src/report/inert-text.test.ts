import { expect, test } from "vitest";
import { inertCode, inertMessage, inertText } from "./inert-text.ts";

const GAP = "\u200B";

test.each([
  ["a person", "thanks @octocat and @a-b/c", `thanks @${GAP}octocat and @${GAP}a-b/c`],
  [
    "an issue",
    "see #12, GH-34, !5 and o/r#6",
    `see #${GAP}12, GH-${GAP}34, !${GAP}5 and o/r#${GAP}6`,
  ],
  ["a label", '~bug and %"One"', `\\~${GAP}bug and %${GAP}"One"`],
  ["an address", "https://a.example www.b.example", `https:${GAP}//a.example www${GAP}.b.example`],
  ["mail", "mailto:a@b.example", `mailto:a@${GAP}b.example`],
  ["a link", "[x](y) ![z](w)", "\\[x\\]\\(y\\) !\\[z\\]\\(w\\)"],
  ["HTML", "<img src=x> &lt;", `&lt;img src=x\\> &amp;${GAP}lt;`],
  ["a cell", "a | b", "a \\| b"],
  ["code and stress", "`a` *b* _c_ ~~d~~", "\\`a\\` \\*b\\* \\_c\\_ \\~\\~" + GAP + "d\\~\\~"],
  ["backslashes", "a\\| b\\", "a\\\\\\| b\\\\"],
  ["lines", "a\n\n# b\r\n- c", "a # b - c"],
  ["a heading", "# a", "\\# a"],
  ["a list", "1. a", `1${GAP}. a`],
  ["a turn of writing", "a\u202Eb\u0007", "a\uFFFDb\uFFFD"],
  ["half a character", "a\uD800", "a\uFFFD"],
])("%s is nothing but text", (_, text, inert) => {
  expect(inertText(text)).toBe(inert);
});

test("a long text ends with an ellipsis, and in no half of a character", () => {
  expect(inertText("abc def", 4)).toBe("abc …");
  expect(inertText("ab😀c", 3)).toBe("ab …");
  expect(inertText("abc", 3)).toBe("abc");
});

test("code is set as code unless it could end there", () => {
  expect(inertCode("content/a.md:1:2")).toBe("`content/a.md:1:2`");
  expect(inertCode("a|b")).toBe("a\\|b");
  expect(inertCode("a`b")).toBe("a\\`b");
  expect(inertCode("a\\")).toBe("a\\\\");
  expect(inertCode("<!--")).toBe("&lt;!--");
  expect(inertCode("")).toBe("");
});

test("what a message says to type is set as code", () => {
  expect(inertMessage("Write `a_b` or `` `c` ``, @you.")).toBe(
    `Write \`a_b\` or \\\`c\\\`, @${GAP}you.`,
  );
  expect(inertMessage("An odd ` sign")).toBe("An odd \\` sign");
});
