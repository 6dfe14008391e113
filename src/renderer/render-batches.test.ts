import { expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { planRoutes } from "../views/route-plan.ts";
import { renderBatches } from "./render-batches.ts";
import type { Batch } from "./render-batches.ts";

const articles = Array.from({ length: 450 }, (_, number) =>
  anArticle({ day: "2024-01-02", slug: `piece-${number}`, code: number === 7 }),
);
const { routes } = planRoutes(aPublication(articles), "code", Date.UTC(2024, 5, 1));

test("every wanted path is in one batch, in the order of its route, but for entries that run code", () => {
  const batches = renderBatches(routes, (path) => path !== "/2024/01/piece-3/");

  const printed = batches.flatMap(pathsOf);
  const planned = Object.values(routes).flatMap((paths) => paths.map(({ path }) => path));
  const left = ["/2024/01/piece-3/", "/2024/01/piece-7/"];
  expect(printed.toSorted()).toEqual(planned.filter((path) => !left.includes(path)).toSorted());
  expect(batches.flatMap(({ article }) => article)).toEqual(
    routes.article.filter(({ path }) => !left.includes(path)),
  );
});

test("feeds come first, and what follows is parted into pieces of about equal work", () => {
  const batches = renderBatches(routes, () => true);

  expect(pathsOf(batches[0] ?? routes)).toContain("/rss.xml");
  expect(batches.length).toBeGreaterThan(4);
  for (const batch of batches) expect(pathsOf(batch).length).toBeLessThanOrEqual(100);
});

test("where nothing is wanted there is no batch", () => {
  expect(renderBatches(routes, () => false)).toEqual([]);
});

function pathsOf(batch: Batch): string[] {
  return Object.values(batch).flatMap((paths) => paths.map(({ path }) => path));
}
