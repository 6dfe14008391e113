import { expect, test } from "vitest";
import { realPaths, withRealPaths } from "./real-paths.ts";

const places = {
  "/stet/.stet/astro/content": "/home/paper",
  "/stet/.stet/astro": "/stet",
};
const known = (text: string, here = "/stet"): string => realPaths(text, places, here);

test("the folders that Astro works in are told by the places that people know, however they are named", () => {
  expect(known("in /stet/.stet/astro/content/articles/a.mdx:2:1")).toBe(
    "in /home/paper/articles/a.mdx:2:1",
  );
  expect(known("Could not resolve './x' in .stet/astro/content/a.astro")).toBe(
    "Could not resolve './x' in /home/paper/a.astro",
  );
  expect(known("'.stet/astro/src/pages/index.astro'")).toBe("'/stet/src/pages/index.astro'");
  expect(known("[ astro/content/a.mdx ]", "/stet/.stet")).toBe("[ /home/paper/a.mdx ]");
});

test("a place is told as it is called, whatever signs are in its name", () => {
  expect(realPaths("in /astro/content/a.mdx", { "/astro/content": "/home/$&$$" }, "/")).toBe(
    "in /home/$&$$/a.mdx",
  );
});

test("what only ends or begins alike stays", () => {
  for (const text of ["node_modules/astro/content/x.js", "my-astro/content", "astro.config.mjs"])
    expect(known(text, "/stet/.stet")).toBe(text);
});

test("an error is told so in its message and its stack; anything else is left alone", () => {
  const error = new Error("in /stet/.stet/astro/content/a.mdx");
  expect(withRealPaths(error, places)).toBe(error);
  expect(error.message).toBe("in /home/paper/a.mdx");
  expect(error.stack).toContain("in /home/paper/a.mdx");
  expect(withRealPaths("odd", places)).toBe("odd");
});
