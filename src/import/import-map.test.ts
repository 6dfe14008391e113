import { expect, test } from "vitest";
import { NO_MAP, readImportMap, unknownInMap } from "./import-map.ts";

const faultOf = (text: string): string | undefined =>
  readImportMap(text, "map.yaml").diagnostics[0]?.message;

test.each([
  ["authors: { ann: ../../elsewhere }", "such as `jane-smith`"],
  ["authors: { ann: A B }", "such as `jane-smith`"],
  ["categories: { news: Town }", "must be `{ category: NAME }`, `{ tag: NAME }` or `false`"],
  ["tags: { news: { page: Town } }", "must be `{ category: NAME }`, `{ tag: NAME }` or `false`"],
  ["links: { /shop/: 'javascript:x' }", "must be a path, such as `/shop/`, or a web address"],
])("the map %s is refused", (text, why) => {
  expect(faultOf(text)).toContain(why);
});

test("keys of texts may be numbers, as the import names them", () => {
  expect(readImportMap("accept: [1730, item-2]", "map.yaml").map?.accept).toEqual([
    "1730",
    "item-2",
  ]);
});

test("names in the map that are not in the archive are told", () => {
  const { map } = readImportMap(
    "categories: { news: false, nwes: false }\ntags: { sea: false }\nauthors: { ann: jane }\naccept: [1, 2]",
    "map.yaml",
  );
  const term = { key: "c", kind: "category" as const, name: "News", slug: "news", addresses: [] };
  const archive = { terms: [term], authors: [], texts: [{ key: "1" }] };
  expect(map && unknownInMap(map, archive)).toEqual([
    "The map names what is not in the archive: `nwes` in `categories`; `sea` in `tags`; `ann` in `authors`; `2` in `accept`. Check how it is written.",
  ]);
});

test.each(["", "\n", "# Nothing is decided yet.\n\n"])("a map may be empty: %j", (text) => {
  expect(readImportMap(text, "map.yaml")).toEqual({ map: NO_MAP, diagnostics: [] });
});
