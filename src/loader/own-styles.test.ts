import { describe, expect, test } from "vitest";
import { readOwnStyles } from "./own-styles.ts";

const LOADABLE = {
  site: { origin: "https://paper.example", base: "/news/" },
  publicFiles: new Set(["public/type/text.woff2", "public/marks/leaf café.svg"]),
};

async function told(text: string): Promise<string[]> {
  const { diagnostics } = await readOwnStyles(text, "styles.css", LOADABLE);
  return diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

test("a sheet is given as it was written, with the addresses of pages", async () => {
  const { css, diagnostics } = await readOwnStyles(
    [
      "@font-face { font-family: Own; src: url(/type/text.woff2) }",
      ".mark { mask: url('/marks/leaf%20caf%C3%A9.svg#a'); clip-path: url(#b) }",
      "a { &:hover { color: light-dark(red, #0f0) } }",
    ].join("\n"),
    "styles.css",
    LOADABLE,
  );
  expect(diagnostics).toEqual([]);
  expect(css).toContain('url("/news/type/text.woff2")');
  expect(css).toContain('url("/news/marks/leaf%20caf%C3%A9.svg#a")');
  expect(css).toContain('url("#b")');
  expect(css).toContain("&:hover");
  expect(css).toContain("light-dark(");
});

describe("what is refused is told where it stands:", () => {
  test.each([
    ["a declaration without a colon", "p {\n  color red;\n}", ["part/css 2:8"]],
    ["a brace too many", "p { color: red }\n}\nq { color: red }", ["part/css 2:1"]],
    ["an import", "\n@import '/type/text.css';", ["part/css-address 2:1"]],
    ["a namespace", "@namespace url(http://www.w3.org/2000/svg);", ["part/css-address 1:1"]],
    [
      "addresses on other hosts, however they are written",
      "p { background: url(https://a.example/a.png) }\nq { --a: url('//a.example/a.png') }\nb { src: \\75rl(HTTP://a.example) }",
      ["part/css-address 1:17", "part/css-address 2:10", "part/css-address 3:10"],
    ],
    ["a file within", "p { src: url(data:font/woff2;base64,AA) }", ["part/css-address 1:10"]],
    ["a path beside the sheet", "p { src: url(a.png) }", ["part/css-address 1:10"]],
    ["a file that is not there", "p { src: url(/type/texte.woff2) }", ["part/css-address 1:10"]],
  ])("%s", async (_, text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});

test("a file within the sheet is not taken for one of another host", async () => {
  const text = "p { src: url(data:font/woff2;base64,AA) }";
  const { diagnostics } = await readOwnStyles(text, "styles.css", LOADABLE);
  expect(diagnostics[0]?.message).toContain("is a file within the style sheet");
});

test("the nearest file is offered", async () => {
  const { diagnostics } = await readOwnStyles(
    "p { src: url(/type/texte.woff2) }",
    "styles.css",
    LOADABLE,
  );
  expect(diagnostics[0]?.fix).toContain("`url(/type/text.woff2)`");
});

test("rules cannot leave the layer that they are put into", async () => {
  const { css = "" } = await readOwnStyles("p { color: red", "styles.css", LOADABLE);
  expect(css.match(/[{}]/g)).toEqual(["{", "}"]);
});
