import { expect, test } from "vitest";
import { indexedRecord } from "./indexed-record.ts";
import { ownIndex } from "./own-index.ts";
import { SEARCH_TABLES } from "../../tests/fixtures/search-table.ts";
import { expectEqualIndexes, recordsOf } from "../../tests/build/index-makers.ts";

/** Texts in which something is at the edge of what Pagefind takes for a word. */
const ODD_TEXTS = {
  ends: "It was the 1990s",
  compound: "An end-to-end test of a cross-border deal, twice: cross-border. And co-co",
  capitals: "YouTube and iPhone of WKWebVIEWComponent, ABCdEfGhIjKlMnOpQrStUvWxYz",
  numbers: "2,000.50 and 1’000, H₂O, №5, ½ and ⅓; 3D, 10x, MP3-player, 7-7",
  signs: "$100 + £3 = ☕ 👩‍👩‍👧 §5, C++ #tag @name 50 % 1.5°C",
  accents: "Việt Nam, naïve résumé, Đặng, İstanbul, Straße, ﬁnance, Łódź",
  letters: "a b c d, x-y, I-I, 東 京, ก, א־ב",
  scripts: "東京タワーの新年 المدينة می‌خواهم ประเทศไทย हिन्दी 한국어 ქართული",
  long: `${"Donaudampfschifffahrt".repeat(9)} ${"a-b".repeat(40)} ${"x".repeat(3000)}`,
  repeated: "pier ".repeat(400),
  empty: "… — !",
};

const LANGUAGES = ["en", "de", "fr", "ar", "fa", "zh", "ja", "th"];

test.each(LANGUAGES)("an index in %s by the press is Pagefind's own", async (language) => {
  const texts = SEARCH_TABLES.find((table) => table.language === language)?.texts ?? {};
  await expectEqualIndexes(language, recordsOf({ ...texts, ...ODD_TEXTS }));
});

test("an article without any word is in the index, so that it can be listed", () => {
  const [record] = recordsOf({ empty: "…" });
  if (record === undefined) throw new Error("There is no record.");
  const index = ownIndex();
  index.add(indexedRecord({ ...record, authors: [], sections: [] }, [], "en"));
  const { pages, words, filters } = index.made([]);
  expect({ pages, words }).toEqual({ pages: [1], words: [] });
  expect(filters.map(({ name, values }) => [name, values])).toContainEqual([
    "year",
    [["1990", [0]]],
  ]);
});
