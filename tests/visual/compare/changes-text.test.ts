import { describe, expect, test } from "vitest";
import { bundleChanges } from "./bundle-changes.ts";
import { comparisonText, lastLines, sumText } from "./changes-text.ts";
import type { Comparison } from "./changes-text.ts";
import { fileKind } from "./file-kind.ts";
import type { FileKind } from "./file-kind.ts";

const articles = [1, 2, 3, 4, 5].map((day) => `2024/05/piece-${day}/index.html`);
const kinds = new Map<string, FileKind>([
  ["index.html", "front page"],
  ...articles.map((path) => [path, "articles"] as const),
]);

function compared(
  before: Record<string, string | Buffer>,
  after: Record<string, string | Buffer>,
): Comparison {
  const [one = new Map(), other = new Map()] = [before, after].map(
    (files) =>
      new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)])),
  );
  return {
    kind: "compared",
    changes: bundleChanges(one, other),
    kindOf: (path) => fileKind(path, kinds),
  };
}

function pages(foot: string, byline: string, style: string): Record<string, string> {
  const page = (text: string): string =>
    `<link href="/_astro/style.${style}.css"><main>${text}</main><footer>${foot}</footer>`;
  return {
    "index.html": page("Front"),
    "contact/index.html": page("Write to us"),
    "about/index.html": `<link href="/_astro/style.${style}.css"><main>About</main>`,
    ...Object.fromEntries(articles.map((path) => [path, page(`Text <p>By ${byline}</p>`)])),
  };
}

const site = compared(
  {
    ...pages("Printed by Stet", "Ada", "AAAAAAAA"),
    "_astro/style.AAAAAAAA.css": "body{margin:0}",
    "media/quay.png": Buffer.from([0, 1]),
    "media/other.png": Buffer.from([0, 1]),
    "robots.txt": "User-agent: *",
    "old/index.html": "gone",
  },
  {
    ...pages("Printed by Stet, with care", "Ada", "BBBBBBBB"),
    "_astro/style.BBBBBBBB.css": "body{margin:1px}",
    "media/quay.png": Buffer.alloc(1500),
    "media/other.png": Buffer.from([0, 2]),
    "robots.txt": "User-agent: *",
    "new/index.html": "added",
  },
);

describe("what is told of a publication", () => {
  test("is each kind of file with counts, paths and an example, and those that differ in names in one line", () => {
    expect(comparisonText("demo", site, 100)).toMatchInlineSnapshot(`
      "demo: 10 changed, 1 added, 1 removed, 1 in names only, 1 the same

        front page: 1 changed
          changed   index.html
                      before  …<footer>Printed by Stet</footer>
                      after   …<footer>Printed by Stet, with care</footer>

        articles: 5 changed
          changed   2024/05/piece-1/index.html
                      first difference as above, under front page
                    2024/05/piece-2/index.html
                    2024/05/piece-3/index.html
                    and 2 more

        other pages: 1 changed, 1 added, 1 removed
          changed   contact/index.html
                      first difference as above, under front page
          added     new/index.html
          removed   old/index.html

        styles: 1 changed
          changed   _astro/style.AAAAAAAA.css → _astro/style.BBBBBBBB.css
                      before  body{margin:0}
                      after   body{margin:1px}

        pictures: 2 changed
          changed   media/other.png (2 bytes in both)
                    media/quay.png (2 → 1,500 bytes)

        1 further file differs only in the names of styles, scripts, fonts and pictures.
      "
    `);
  });

  test("is another example where the first was shown before", () => {
    const before = { "index.html": "<p>Old</p>", [articles[0] ?? ""]: "<p>Old</p>" };
    const after = { "index.html": "<p>New</p>", [articles[0] ?? ""]: "<p>New</p>" };
    const more = articles[1] ?? "";
    expect(
      comparisonText(
        "demo",
        compared({ ...before, [more]: "<b>1</b>" }, { ...after, [more]: "<b>2</b>" }),
        100,
      ),
    ).toMatchInlineSnapshot(`
      "demo: 3 changed, 0 the same

        front page: 1 changed
          changed   index.html
                      before  <p>Old</p>
                      after   <p>New</p>

        articles: 2 changed
          changed   2024/05/piece-2/index.html
                      before  <b>1</b>
                      after   <b>2</b>
                    2024/05/piece-1/index.html
      "
    `);
  });

  test("is one line where nothing differs", () => {
    const same = compared({ "index.html": "1" }, { "index.html": "1" });
    expect(comparisonText("demo", same, 100)).toBe("demo: no difference in 1 file\n");
  });

  test("is why it is skipped", () => {
    expect(comparisonText("18f", { kind: "skipped", why: "there is no archive" }, 100)).toBe(
      "18f: skipped; there is no archive\n",
    );
  });

  test("is the end of what a build said where it failed", () => {
    const by = "HEAD~9";
    const output = "Checking\nNo component `Chart`.\n";
    expect(comparisonText("demo", { kind: "failed", by, output }, 100)).toMatchInlineSnapshot(`
      "demo: not compared, since HEAD~9 cannot build it:
          Checking
          No component \`Chart\`.
      "
    `);
  });
});

test("the sum tells of all publications in one line", () => {
  const sum = sumText(
    new Map<string, Comparison>([
      ["demo", site],
      ["le-quai", site],
      ["18f", { kind: "skipped", why: "there is none" }],
      ["nasty", { kind: "failed", by: "HEAD~9", output: "" }],
    ]),
  );
  expect(sum).toMatchInlineSnapshot(`
    "Sum of 2 publications: 20 changed, 2 added, 2 removed, 2 in names only; not compared: nasty; skipped: 18f
    "
  `);
  expect(sumText(new Map([["demo", compared({ a: "1" }, { a: "1" })]]))).toBe(
    "Sum of 1 publication: no difference\n",
  );
  expect(sumText(new Map([["18f", { kind: "skipped", why: "" }]]))).toBe(
    "Sum: nothing was compared; skipped: 18f\n",
  );
});

test("the last lines of a build are without calls, empty lines and signs that a terminal obeys", () => {
  const escape = String.fromCharCode(27);
  const output = [
    "first",
    `${escape}[31mError${escape}[39m: no`,
    "",
    "    at x (y:1)",
    `bell${String.fromCharCode(7)}`,
  ];
  expect(lastLines(output.join("\r\n"), 2)).toEqual(["Error: no", "bell\uFFFD"]);
});
