import { expect, test } from "vitest";
import { checkedTitle } from "../../../tests/fixtures/checked-title.ts";
import { rule as capitals } from "./capitals.ts";
import { rule as fullStop } from "./full-stop.ts";
import { rule as long } from "./long.ts";

test.each([
  "The council meets again.",
  "Der Rat tagt wieder.",
  "港の会議はもう一度。",
  "परिषद की बैठक फिर से होगी।",
])("a headline of one sentence has no full stop: %s", (title) => {
  expect(fullStop.diagnosticsIn(checkedTitle(title))).toHaveLength(1);
});

test.each([
  "The council meets again",
  "Writing for the web is easy. Writing for users is not.",
  "Is it so? It is.",
  "What we know about the U.S.",
  "Council sues Harbour Works Inc.",
  "Council sues Harbour Works Corp.",
  "The council meets at 9 p.m.",
  "Der Hafen bleibt bis zum 3.",
  "And then...",
  "And then…",
  "会議は終わった。港は閉まる。",
])("a full stop that belongs there is left: %s", (title) => {
  expect(fullStop.diagnosticsIn(checkedTitle(title))).toEqual([]);
});

test("what is marked is the full stop alone, and to be removed", () => {
  const [found] = fullStop.diagnosticsIn(checkedTitle("The council meets again.", '"'));
  expect(found).toMatchObject({
    line: 2,
    column: 8 + '"The council meets again'.length,
    length: 1,
  });
  expect(found?.edits).toEqual([
    { start: { line: 2, column: 32 }, end: { line: 2, column: 33 }, text: "" },
  ]);
});

test.each([
  "HARBOUR COUNCIL MEETS AGAIN",
  "STRAßE AM HAFEN GESPERRT",
  "СОВЕТ ГАВАНИ СОБРАЛСЯ ВНОВЬ",
])("a headline is not in capitals throughout: %s", (title) => {
  expect(capitals.diagnosticsIn(checkedTitle(title))).toHaveLength(1);
});

test.each([
  "Harbour council meets again",
  "NATO, WHO, UN",
  "SEO",
  "Der Rat der Stadt Bonn",
  "港の会議は月曜日にもう一度",
  "مجلس الميناء يجتمع مرة أخرى",
  "საპორტო საბჭო კვლავ იკრიბება",
  "WRITE THE HEADLINE HERE",
])("capitals that belong there are left: %s", (title) => {
  expect(capitals.diagnosticsIn(checkedTitle(title))).toEqual([]);
});

test("a limit is what the publication set, where it set one, and a reason of its own otherwise", () => {
  const longer = checkedTitle("The ferry runs again at last, and ever so often. ".repeat(3));
  const most = { "headline/long": { values: { most: 20 } } };
  const [set, own] = [{ ...longer, switches: most }, longer].map(
    (article) => long.diagnosticsIn(article)[0]?.message,
  );
  expect(set).toMatch(/ characters; the limit set in site\.yaml is 20\.$/);
  expect(own).toMatch(/ characters; beyond 110 it is cut off where it is shared\.$/);
});

test("wide letters count as two, and marks on letters as none", () => {
  const most = { "headline/long": { values: { most: 20 } } };
  expect(long.diagnosticsIn({ ...checkedTitle("港の会議は月曜日に"), switches: most })).toEqual([]);
  expect(
    long.diagnosticsIn({ ...checkedTitle("港の会議は月曜日に、だ"), switches: most }),
  ).toHaveLength(1);
  expect(long.diagnosticsIn({ ...checkedTitle("שָׁלוֹם שָׁלוֹם שָׁלוֹם"), switches: most })).toEqual([]);
});
