import { expect, test } from "vitest";
import { planShots } from "./shot-plan.ts";
import type { ShotOrder } from "./shot-plan.ts";

const order: ShotOrder = {
  samples: [
    { template: "front", file: "index.html" },
    { template: "search", file: "search/index.html" },
    { template: "article with a table, code", file: "2023/11/robots-txt-asks/index.html" },
  ],
  prefix: "",
  widths: [360, 1280],
  schemes: ["light", "dark"],
  printed: true,
  hasScript: (file) => file.startsWith("search/"),
};

test("every template is taken at every width, light and dark, in print, and without script where it has some", () => {
  expect(planShots(order).map(({ name }) => name)).toMatchInlineSnapshot(`
    [
      "article-robots-txt-asks-0360-dark",
      "article-robots-txt-asks-0360-light",
      "article-robots-txt-asks-1280-dark",
      "article-robots-txt-asks-1280-light",
      "article-robots-txt-asks-print",
      "front-0360-dark",
      "front-0360-light",
      "front-1280-dark",
      "front-1280-light",
      "front-print",
      "search-0360-dark",
      "search-0360-light",
      "search-0360-no-script",
      "search-1280-dark",
      "search-1280-light",
      "search-1280-no-script",
      "search-print",
    ]
  `);
});

test("names are in order and each is used once", () => {
  const names = planShots(order).map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort());
});

test("one template can be asked for", () => {
  const shots = planShots({ ...order, only: "front", printed: false, schemes: ["dark"] });
  expect(shots.map(({ name }) => name)).toEqual(["front-0360-dark", "front-1280-dark"]);
});

test("another publication's pictures have a prefix", () => {
  const [first] = planShots({ ...order, prefix: "right-to-left-" });
  expect(first?.name).toMatch(/^right-to-left-/);
});
