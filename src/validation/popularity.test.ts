import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { popularity } from "./popularity.ts";
import type { PopularitySources } from "./popularity.ts";

const ID = "3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11";
const ferry = anArticle({ slug: "ferry", day: "2024-05-02", id: ID });
const harbour = anArticle({ slug: "harbour", day: "2024-05-01" });
const ad = anArticle({ slug: "ad", day: "2024-05-01", kind: "sponsored" });
const scheduled = anArticle({ slug: "held", day: "2030-01-01" });

function read(
  counts: Record<string, number>,
  pins: string[] = [],
  more: Partial<PopularitySources> = {},
) {
  const placed = (what: string, line: number) => ({ what, location: { line, column: 3 } });
  return popularity({
    site: { origin: "https://paper.example", base: "/news/" },
    entries: {
      counts: Object.entries(counts).map(([what, count], at) => ({
        ...placed(what, at + 2),
        count,
      })),
      pins: pins.map((pin, at) => placed(pin, at + 20)),
    },
    articles: [ferry, harbour, ad, scheduled],
    published: [ferry, harbour, ad],
    invalid: [],
    moved: [{ from: "/old-ferry/", to: "/2024/05/ferry/#part" }],
    ...more,
  });
}

function told({ diagnostics }: ReturnType<typeof read>): string[] {
  return diagnostics.map(({ code, line, column, message, fix }) =>
    [`${code} ${line}:${column}`, message, fix].join(" | "),
  );
}

test("counts at any address of an article are added up, whichever way it is written", () => {
  const result = read({
    "/2024/05/ferry/": 1,
    "/2024/05/ferry": 2,
    "/news/2024/05/ferry/": 4,
    "https://paper.example/news/2024/05/ferry/": 8,
    "/old-ferry/": 16,
    [ID]: 32,
    "articles/2024/05/ferry.mdx": 64,
    "/2024/05/harbour/": 0,
  });
  expect(result.diagnostics).toEqual([]);
  expect(result.popularity.counts).toEqual({ "/2024/05/ferry/": 127, "/2024/05/harbour/": 0 });
});

test("pins keep their order, each article once", () => {
  const { pins } = read({}, ["/2024/05/harbour/", ID, "/old-ferry/"]).popularity;
  expect(pins).toEqual(["/2024/05/harbour/", "/2024/05/ferry/"]);
});

test("what is held back waits, and nothing of it is told or kept", () => {
  const result = read({ "/2030/01/held/": 9 }, ["/2030/01/held/"]);
  expect(result).toEqual({ popularity: { counts: {}, pins: [] }, diagnostics: [] });
});

test("what names no article is passed over, and the nearest one is offered", () => {
  const result = read({ "/2024/05/fery/": 9, "/news/": 7 }, [ID.replace("3", "4")]);
  expect(result.popularity).toEqual({ counts: {}, pins: [] });
  expect(told(result)).toMatchInlineSnapshot(`
    [
      "popular/unknown 2:3 | There is no article \`/2024/05/fery/\`, so this entry is ignored. | Write \`/2024/05/ferry/\`, if that is meant. Otherwise remove the entry.",
      "popular/unknown 3:3 | There is no article \`/news/\`, so this entry is ignored. | Write the address of an article, starting with a slash, its file or its id, or remove the entry.",
      "popular/unknown 20:3 | There is no article \`4f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11\`, so this entry is ignored. | Write the address of an article, starting with a slash, its file or its id, or remove the entry.",
    ]
  `);
});

test("an article with errors may be the one that is meant", () => {
  const invalid = [{ file: "articles/2024/05/spoilt.mdx", path: "/2024/05/spoilt/" }];
  const result = read({ "/2024/05/spoilt/": 9 }, [ID.replace("3", "4")], { invalid });
  expect(result.diagnostics).toEqual([]);
});

test("no count and no pin makes an advertisement popular", () => {
  const result = read({ "/2024/05/ad/": 9 }, ["/2024/05/ad/"]);
  expect(result.popularity).toEqual({ counts: {}, pins: [] });
  expect(told(result)).toMatchInlineSnapshot(`
    [
      "popular/sponsored 20:3 | /2024/05/ad/ is sponsored, and sponsored articles cannot be in the list of popular articles; this pin is ignored. | Remove it, or write \`pin: true\` in the article's front matter, which keeps it at the top of its front pages.",
    ]
  `);
});
