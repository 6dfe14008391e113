import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../structure/project-files.ts";
import { printedDemo } from "./printed.ts";

test("every page has one style sheet, in which the cascade layers stand as layers.css orders them", async () => {
  const { out } = await printedDemo();
  const sheets = globSync("**/*.css", { cwd: out });
  expect(sheets).toHaveLength(1);
  for (const page of globSync("**/*.html", { cwd: out })) {
    const linked = readFileSync(join(out, page), "utf8").match(/<link rel="stylesheet"[^>]*>/g);
    expect(linked, page).toEqual([`<link rel="stylesheet" href="/${sheets.join()}">`]);
  }
  const declared = readFileSync(join(ROOT, "src/styles/layers.css"), "utf8");
  const order = /@layer ([^;]+);/.exec(declared)?.[1]?.split(", ") ?? [];
  expect(order.length).toBeGreaterThan(3);
  const sheet = readFileSync(join(out, sheets.join()), "utf8");
  const named = [...sheet.matchAll(/@layer ([a-z, ]+)[;{]/g)].flatMap(([, names = ""]) =>
    names.split(/, ?/).map((name) => name.trim()),
  );
  expect([...new Set(named)]).toEqual(order);
});
