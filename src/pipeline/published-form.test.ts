import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { publishedForm } from "./published-form.ts";

const NOW = Date.UTC(2024, 0, 2);
const HOUR = 3_600_000;
const at = (hours: number) => ({ instant: NOW + hours * HOUR, day: "2024-01-02", timed: true });
const update = (id: string, hours: number) => ({ id, ...at(hours), line: 9, column: 1 });
const plain = anArticle({ day: "2024-01-01", slug: "piece" });

const unasked = (): never => {
  throw new Error("Nothing has to be read.");
};

test("an article of which nothing is dated later is as it is", () => {
  const article = {
    ...plain,
    updates: [at(0)],
    corrections: [{ ...at(-1), note: "A" }],
    ended: NOW,
    metadata: { ...plain.metadata, updates: [update("update-a", 0)] },
  };
  expect(publishedForm(article, NOW, unasked)).toBe(article);
});

test("changes, corrections and an end that are dated later wait", () => {
  const article = {
    ...plain,
    updates: [at(-1), { ...at(1), note: "Soon" }],
    corrections: [
      { ...at(1), note: "Soon" },
      { ...at(0), note: "Now" },
    ],
    ended: NOW + HOUR,
  };
  const form = publishedForm(article, NOW, unasked);
  expect(form.updates).toEqual([at(-1)]);
  expect(form.corrections).toEqual([{ ...at(0), note: "Now" }]);
  expect(form).not.toHaveProperty("ended");
  expect(form).not.toHaveProperty("withheld");
});

test("of updates of a live blog that are dated later nothing is left in what is known of the text", () => {
  const metadata = { ...plain.metadata, updates: [update("update-b", 1), update("update-a", -1)] };
  const left = { ...plain.metadata, words: 7, updates: [update("update-a", -1)] };
  const form = publishedForm({ ...plain, metadata }, NOW, ({ withheld }) => {
    expect(withheld).toEqual(["update-b"]);
    return left;
  });
  expect(form.withheld).toEqual(["update-b"]);
  expect(form.metadata).toBe(left);
});
