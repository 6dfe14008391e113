import { describe, expect, test } from "vitest";
import { parseBody } from "./parse-body.ts";
import { pageHtml, plainText } from "./render-body.ts";
import { testTargets } from "../../tests/fixtures/body-targets.ts";

describe.each(["md", "mdx"] as const)("a tilde in .%s", (format) => {
  const page = (source: string): string => pageHtml(parseBody(source, format), testTargets());

  test.each([
    "9~12 and 14~18 on weekdays",
    "~5 minutes, or ~10 on Sundays",
    "~$5 to ~$6",
    "参加者は10~20人、30~40歳。",
    "a~b~c~d",
    "~x~",
  ])("alone is a tilde: %s", (source) => {
    expect(page(source)).toBe(`<p>${source}</p>`);
    expect(plainText(parseBody(source, format))).toBe(source);
  });

  test("doubled strikes through, beside single ones too", () => {
    expect(page("Now ~~8~~ 9, ~~about ~7~~ and 5~6.")).toBe(
      "<p>Now <del>8</del> 9, <del>about ~7</del> and 5~6.</p>",
    );
  });

  test("alone does not part what other marks hold together", () => {
    expect(page("9~12 *and 14~18 daily* **5~6**")).toBe(
      "<p>9~12 <em>and 14~18 daily</em> <strong>5~6</strong></p>",
    );
  });

  test("is itself wherever it stands", () => {
    const source = [
      "`a~b` \\~x~ [a~b](/~c 'd~e') ![f~g](/h~i.png) www.a.example/~me",
      "",
      "## A~B",
      "",
      "~~~js",
      "a = ~b",
      "~~~",
      "",
      "[^n~1]",
      "",
      "[^n~1]: x~y",
    ].join("\n");
    const { metadata, diagnostics } = parseBody(source, format);
    expect(diagnostics).toEqual([]);
    expect(metadata.links.map(({ href }) => href)).toEqual(["/~c", "http://www.a.example/~me"]);
    expect(metadata.images.map(({ src }) => src)).toEqual(["/h~i.png"]);
    expect(metadata.headings).toEqual([{ depth: 2, id: "ab", text: "A~B" }]);
    expect(metadata.ids).toContain("fn-n~1");
    const html = page(source);
    for (const whole of [
      '<code translate="no">a~b</code>',
      "~x~",
      'title="d~e"',
      "~b\n",
      "<p>x~y ",
    ])
      expect(html).toContain(whole);
  });
});

test("a tilde in the attributes of a component stays", () => {
  const { tree, diagnostics } = parseBody('<Figure src="a~b.png" alt="9~12, 1~2" />', "mdx");
  expect(diagnostics).toEqual([]);
  expect(tree.children[0]).toMatchObject({ values: { src: "a~b.png", alt: "9~12, 1~2" } });
});

test("a tilde in code that would run is reported as before", () => {
  const found = parseBody("1~2 and {~x} ~", "mdx").diagnostics;
  expect(found.map(({ code, line, column }) => ({ code, line, column }))).toEqual([
    { code: "mdx/expression", line: 1, column: 9 },
  ]);
});

test("a tilde in raw HTML stays", () => {
  expect(
    pageHtml(parseBody('1~2 <a href="/~x">y~z</a>\n\n<div>\n~a~\n</div>', "md"), testTargets()),
  ).toBe('<p>1~2 <a href="/~x">y~z</a></p>\n<div>\n~a~\n</div>');
});
