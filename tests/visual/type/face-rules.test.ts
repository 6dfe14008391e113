import { expect, test } from "vitest";
import { fileRule, standInRule } from "./face-rules.ts";

test("a file of a typeface", () => {
  const weights = { min: 400, max: 700 };
  expect(fileRule({ family: "Galley", url: "./a.woff2", weights, range: "U+0370-03FF" }))
    .toMatchInlineSnapshot(`
      "@font-face {
        font-display: optional;
        font-family: "Galley";
        font-weight: 400 700;
        src: url("./a.woff2") format("woff2");
        unicode-range: U+0370-03FF;
      }
      "
    `);
});

test("a stand-in is made as wide as the typeface, and its lines stay as high", () => {
  expect(
    standInRule({
      family: "serif times",
      local: ["Times New Roman", "Tinos"],
      weights: { min: 400, max: 500 },
      scale: 1.1,
      line: { ascent: 1.1, descent: 0.33, gap: 0 },
    }),
  ).toMatchInlineSnapshot(`
    "@font-face {
      ascent-override: 100%;
      descent-override: 30%;
      font-family: "serif times";
      font-weight: 400 500;
      line-gap-override: 0%;
      size-adjust: 110%;
      src: local("Times New Roman"), local("Tinos");
    }
    "
  `);
});
