import { expect, test } from "vitest";
import { queriesOf } from "./queries.ts";

const place = { line: 1, column: 1 };

/** What is made of one entry: the path that it leads to, or what is told. */
function made(name: string, to: string): string {
  const { queries, diagnostics } = queriesOf([{ name, to, placeOfName: place, placeOfTo: place }]);
  return queries[0]?.to ?? `${diagnostics[0]?.message} ${diagnostics[0]?.fix}`;
}

test.each([
  ["p", "/p/"],
  ["page_id", "/old-texts/2/"],
  ["page-ID", "/P_1/"],
])("the parameter %s may lead to %s", (name, to) => {
  expect(made(name, to)).toBe(to);
});

test.each(["p", "/p", "p/", "/p//", " /p/ "])("whoever writes %j is told to write /p/", (to) => {
  expect(made("p", to)).toContain("Write `/p/`.");
});

test.each([
  "/",
  "",
  "/../",
  "/a/./",
  "/a?b/",
  "/%2e/",
  "/a\n/$1/",
  "/{x}/",
  `/${"a".repeat(100)}/`,
])("%j is no path that a parameter may lead to", (to) => {
  expect(made("p", to)).toContain("such as `/p/`");
});

test.each(["", "a.b", "p[]", "a b", "é", "$x", "x".repeat(51)])(
  "%j is no name of a parameter",
  (name) => {
    expect(made(name, "/p/")).toContain("between `?` and `=`");
  },
);

test("no parameter leads to the folders of Stet", () => {
  expect(made("p", "/Media/p/")).toContain("/media/ is for files that Stet makes");
});

test("parameters stand in the order of their names", () => {
  const entries = ["p", "feed"].map((name) => ({
    name,
    to: "/x/",
    placeOfName: place,
    placeOfTo: place,
  }));
  expect(queriesOf(entries).queries.map(({ name }) => name)).toEqual(["feed", "p"]);
});
