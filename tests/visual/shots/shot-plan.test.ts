import { expect, test } from "vitest";
import { planShots } from "./shot-plan.ts";
import type { ShotOptions } from "./shot-plan.ts";

const options: ShotOptions = {
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
  only: [],
};

test("every template is taken at every width, light and dark, in print, and without script where it has some", () => {
  expect(planShots(options).map(({ name }) => name)).toMatchInlineSnapshot(`
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
  const names = planShots(options).map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort());
});

test("templates and articles can be asked for by a part of their names", () => {
  const named = (...only: string[]): string[] =>
    planShots({ ...options, only, printed: false, schemes: ["dark"], hasScript: () => false }).map(
      ({ name }) => name,
    );
  expect(named("front")).toEqual(["front-0360-dark", "front-1280-dark"]);
  expect(named("robots", "fro")).toEqual([
    "article-robots-txt-asks-0360-dark",
    "article-robots-txt-asks-1280-dark",
    "front-0360-dark",
    "front-1280-dark",
  ]);
  expect(named("nowhere")).toEqual([]);
});

test("another publication's pictures have a prefix", () => {
  const [first] = planShots({ ...options, prefix: "right-to-left-" });
  expect(first?.name).toMatch(/^right-to-left-/);
});
