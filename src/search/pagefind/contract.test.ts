import { gunzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indexedRecord, WORD_WEIGHTS } from "../indexed-record.ts";
import { preparedParts } from "../prepared-parts.ts";
import type { SearchRecord } from "../search-records.ts";
import { storedRecord } from "../stored-record.ts";
import { decodeCbor } from "./cbor.ts";
import { readIndexedWord } from "./index-format.ts";
import type { IndexedWord, IndexFiles } from "./index-format.ts";
import { readMadeIndex } from "./made-index.ts";
import type { MadeIndex } from "./made-index.ts";
import { recordPage, wordsPage } from "./record-page.ts";
import { engineFilesOf, engineVersion, pagefindService } from "./service.ts";
import type { PagefindService } from "./service.ts";
import { askTokens } from "./token-words.ts";

/*
 * What the press takes for granted of the Pagefind that is installed, and that nobody promises. After a change of its
 * version, what fails here says what this folder has to learn.
 */

let service: PagefindService;
beforeAll(() => {
  service = pagefindService("en");
});
afterAll(() => service.close());

const record: SearchRecord = {
  path: "/2026/03/pier/",
  title: "The pier of the 1990s",
  description: "",
  category: { slug: "shipping", title: "Shipping" },
  authors: [{ slug: "ada-quill", name: "Ada Quill" }],
  kind: "news",
  day: "2026-03-12",
  date: "2026-03-12",
  sections: [{ heading: { text: "Piers", id: "piers" }, text: "A café, the pier and the café." }],
};

function page(of: SearchRecord) {
  const parts = preparedParts(storedRecord(of));
  return { url: of.path, content: recordPage(indexedRecord(of, parts, "en")) };
}

function wordsOf(index: MadeIndex): Record<string, IndexedWord> {
  return Object.fromEntries(
    index.words.map(({ word, bytes }) => [word, readIndexedWord(decodeCbor(bytes))]),
  );
}

test("the version is the one that this contract was written for", () => {
  expect(engineVersion()).toBe("1.5.2");
});

describe("an index of three pages", () => {
  let files: IndexFiles;
  let index: MadeIndex;
  let withoutWords: MadeIndex;
  beforeAll(async () => {
    const other = { ...record, path: "/b/", title: "A quay", authors: [], sections: [] };
    const empty = { ...other, path: "/d/", title: "…" };
    files = await service.indexPages([page(record), page(other), page({ ...record, path: "/c/" })]);
    withoutWords = readMadeIndex(await service.indexPages([page(record), page(empty)]));
    index = readMadeIndex(files);
  });

  test("has files of these names", () => {
    const kinds = [...files.keys()].map((path) =>
      path.replace(/(?:en|unknown)_[0-9a-f]+/, "NAME").replace(/\.en_[0-9a-f]+/, ".NAME"),
    );
    expect([...new Set(kinds)].sort()).toMatchInlineSnapshot(`
      [
        "filter/NAME.pf_filter",
        "fragment/NAME.pf_fragment",
        "index/NAME.pf_index",
        "pagefind-component-ui.css",
        "pagefind-component-ui.js",
        "pagefind-entry.json",
        "pagefind-highlight.js",
        "pagefind-modular-ui.css",
        "pagefind-modular-ui.js",
        "pagefind-ui.css",
        "pagefind-ui.js",
        "pagefind-worker.js",
        "pagefind.NAME.pf_meta",
        "pagefind.js",
        "wasm.en.pagefind",
        "wasm.unknown.pagefind",
      ]
    `);
    for (const [path, bytes] of files)
      if (path.endsWith(".pf_index")) expect(gunzipSync(bytes).length).toBeGreaterThan(12);
  });

  test("counts the words of pages in the order in which they were added", () => {
    const { length } = preparedParts(storedRecord(record)).flatMap(({ words }) => words);
    expect(index.pages).toEqual([length, 2, length]);
  });

  test("has nothing of a page without words", () => {
    expect(withoutWords.pages).toHaveLength(1);
  });

  test("names the texts of a page in the order of their names", () => {
    expect(index.fields).toEqual(["byline", "description", "title"]);
  });

  test("has filters in one line each", () => {
    expect(Object.fromEntries(index.filters.map(({ name, values }) => [name, values]))).toEqual({
      category: [["shipping", [0, 1, 2]]],
      author: [["ada-quill Ada Quill", [0, 2]]],
      year: [["2026", [0, 1, 2]]],
      kind: [["news", [0, 1, 2]]],
    });
  });

  test("writes words in steps from page to page, with weights, places and names", () => {
    const { pier, the } = wordsOf(index);
    expect(pier).toMatchInlineSnapshot(`
      [
        "pier",
        [
          [
            0,
            [
              -25,
              11,
              -49,
              7,
              -241,
              1,
            ],
            [
              -3,
              1,
            ],
          ],
          [
            2,
            [
              -25,
              11,
              -49,
              7,
              -241,
              1,
            ],
            [
              -3,
              1,
            ],
          ],
        ],
        [],
      ]
    `);
    expect(the?.[1].map(([step]) => step)).toEqual([0, 2]);
  });

  test("takes the last word of a text for one with a full stop", () => {
    // So digits and letters are parted there, as they are in every compound.
    expect(wordsOf(index)["1990"]?.[1][0]?.[1]).toEqual([-241, 4]);
  });
});

test("what it makes of tokens is known: whole words, parts that share the weight, forms with accents", async () => {
  const tokens = [
    "houses",
    "houses.",
    "end-to-end",
    "YouTube",
    "1990s",
    "1990s.",
    "việt",
    "co-co",
    ".",
    "x",
  ];
  const answers = await askTokens(service, tokens, WORD_WEIGHTS);
  expect(Object.fromEntries(answers.map((answer, at) => [tokens[at], answer])))
    .toMatchInlineSnapshot(`
    {
      ".": {
        "words": [],
      },
      "1990s": {
        "words": [
          [
            "1990s",
          ],
        ],
      },
      "1990s.": {
        "words": [
          [
            "1990",
          ],
          [
            "1990s",
          ],
        ],
      },
      "YouTube": {
        "shares": [
          [
            120,
            120,
            240,
          ],
          [
            48,
            48,
            96,
          ],
          [
            24,
            24,
            48,
          ],
          [
            12,
            12,
            24,
          ],
        ],
        "words": [
          [
            "tube",
          ],
          [
            "you",
          ],
          [
            "youtub",
          ],
        ],
      },
      "co-co": {
        "shares": [
          [
            120,
            120,
            240,
          ],
          [
            48,
            48,
            96,
          ],
          [
            24,
            24,
            48,
          ],
          [
            12,
            12,
            24,
          ],
        ],
        "words": [
          [
            "co",
          ],
          [
            "co",
          ],
          [
            "coco",
          ],
        ],
      },
      "end-to-end": {
        "shares": [
          [
            80,
            80,
            240,
            80,
          ],
          [
            32,
            32,
            96,
            32,
          ],
          [
            16,
            16,
            48,
            16,
          ],
          [
            8,
            8,
            24,
            8,
          ],
        ],
        "words": [
          [
            "end",
          ],
          [
            "end",
          ],
          [
            "endtoend",
          ],
          [
            "to",
          ],
        ],
      },
      "houses": {
        "words": [
          [
            "hous",
          ],
        ],
      },
      "houses.": {
        "words": [
          [
            "hous",
          ],
        ],
      },
      "việt": {
        "words": [
          [
            "viet",
            "việt",
          ],
        ],
      },
      "x": {
        "words": [
          [
            "x",
          ],
        ],
      },
    }
  `);
});

test("what it makes of a token does not depend on those beside it", async () => {
  const tokens = Array.from(
    { length: 4100 },
    (_, at) =>
      ["w", "wRap", "e-w", "ünd"].map((start) => start + (at * 7919).toString(36)).at(at % 4) ?? "",
  );
  const ordered = await askTokens(service, tokens, WORD_WEIGHTS);
  const turned = await askTokens(service, tokens.toReversed(), WORD_WEIGHTS);
  expect(turned.toReversed()).toEqual(ordered);
});

test("tokens behind a page of words do not reach into the next", async () => {
  const { pages } = readMadeIndex(
    await service.indexPages([
      { url: "/0/", content: wordsPage(["one", "two"], 1) },
      { url: "/1/", content: wordsPage(["three"], 10) },
    ]),
  );
  // The full stop is counted, and is no word.
  expect(pages).toEqual([3, 2]);
});

test("its engine is a script and a program for the language", async () => {
  const engine = await engineFilesOf(service);
  expect([...engine.keys()]).toEqual(["pagefind.js", "wasm.en.pagefind"]);
  const script = new TextDecoder().decode(engine.get("pagefind.js"));
  expect(script).toContain("createInstance");
});
