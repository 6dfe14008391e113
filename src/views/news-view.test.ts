import { expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { newsChange, newsView } from "./news-view.ts";

const NOW = Date.parse("2024-01-10T12:00:00Z");
const HOUR = 60 * 60 * 1000;

function aged(hours: number, changes: Partial<ReturnType<typeof anArticle>> = {}) {
  const slug = `aged-${hours}`.replace(".", "-");
  return anArticle({ day: "2024-01-09", slug, instant: NOW - hours * HOUR, ...changes });
}

test("Rule 27: news is what was published within 48 hours", () => {
  const articles = [aged(0), aged(47.99), aged(48), aged(49)];
  const { entries } = newsView(aPublication(articles), NOW);
  expect(entries.map(({ title }) => title)).toEqual(["Title of aged-0", "Title of aged-47-99"]);
  expect(entries[0]).toEqual({
    address: "https://paper.example/2024/01/aged-0/",
    title: "Title of aged-0",
    published: "2024-01-10T12:00:00+00:00",
  });
  expect(newsView(aPublication(articles), NOW + 60 * HOUR).entries).toEqual([]);
});

test("Rule 27: a correction does not make an old article news", () => {
  const old = aged(90, { corrections: [{ day: "2024-01-10", instant: NOW - HOUR, note: "Two." }] });
  expect(newsView(aPublication([old]), NOW).entries).toEqual([]);
});

test("Rule 27: advertisements, and what others published first, are no news", () => {
  const articles = [
    aged(1, { kind: "sponsored" }),
    aged(2, { canonical: "https://agency.example/" }),
  ];
  expect(newsView(aPublication(articles), NOW).entries).toEqual([]);
});

test("Rule 27: of more than 1,000 the newest are news", () => {
  const articles = Array.from({ length: 1001 }, (_, n) => aged(n / 100));
  const { entries } = newsView(aPublication(articles), NOW);
  expect(entries.length).toBe(1000);
  expect(entries.map(({ title }) => title)).not.toContain("Title of aged-10");
});

test("what news is changes when the oldest piece is 48 hours old, and at no other time", () => {
  const publication = aPublication([aged(0), aged(40), aged(47, { kind: "sponsored" }), aged(60)]);
  const change = newsChange(publication, NOW) ?? 0;
  expect(change).toBe(NOW + 8 * HOUR);
  const titles = (now: number): string[] =>
    newsView(publication, now).entries.map(({ title }) => title);
  expect(titles(change - 1)).toEqual(titles(NOW));
  expect(titles(change)).not.toEqual(titles(NOW));
  expect(newsChange(publication, NOW + 60 * HOUR)).toBeUndefined();
});
