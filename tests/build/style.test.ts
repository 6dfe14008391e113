import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../structure/project-files.ts";
import { ACCENT_CONTRAST, contrast, TEXT_CONTRAST } from "../../src/site/contrast.ts";
import { printedDemo, printedFrench } from "./printed.ts";
import { othersAreLeft } from "./test-publications.ts";

if (othersAreLeft !== false) console.log(`Skipped: ${othersAreLeft}.`);

test("the first sheet of every page orders the cascade layers as layers.css does, and the others add none", async () => {
  const { out } = await printedDemo();
  const declared = readFileSync(join(ROOT, "src/styles/layers.css"), "utf8");
  const order = /@layer ([^;]+);/.exec(declared)?.[1]?.split(", ") ?? [];
  expect(order.length).toBeGreaterThan(3);
  const first = new Set<string>();
  const further = new Set<string>();
  for (const page of globSync("**/*.html", { cwd: out })) {
    const html = readFileSync(join(out, page), "utf8");
    if (html.includes('http-equiv="refresh"')) continue;
    const [main = "", ...others] = [
      ...html.matchAll(/<link rel="stylesheet" href="\/([^"]+)">/g),
    ].map(([, file = ""]) => file);
    first.add(main);
    for (const other of others) further.add(other);
  }
  expect(first.size).toBe(1);
  expect(layersOf(readFileSync(join(out, [...first].join()), "utf8"))).toEqual(order);
  expect([...first, ...further].sort()).toEqual(globSync("**/*.css", { cwd: out }).sort());
  expect(further.size).toBeGreaterThan(5);
  for (const sheet of further)
    expect(order, sheet).toEqual(
      expect.arrayContaining(layersOf(readFileSync(join(out, sheet), "utf8"))),
    );
});

/** Names of the layers of a sheet, in the order in which they first stand there. */
function layersOf(sheet: string): string[] {
  const named = [...sheet.matchAll(/@layer ([a-z, ]+)[;{]/g)].flatMap(([, names = ""]) =>
    names.split(/, ?/).map((name) => name.trim()),
  );
  return [...new Set(named)];
}

test.each([
  { name: "the demonstration", print: printedDemo, sections: 4 },
  ...(othersAreLeft === false
    ? [{ name: "a publication with colours of its own", print: printedFrench, sections: 2 }]
    : []),
])("in both themes of $name text stands out by 7:1, and accents by 4.5:1", async (one) => {
  const { out } = await one.print();
  const sheet = globSync("**/*.css", { cwd: out })
    .map((file) => readFileSync(join(out, file), "utf8"))
    .join("");
  const tokens = [...sheet.matchAll(TOKEN)].map(([, name = "", light = "", dark = ""]) => ({
    name,
    light: sixDigits(light),
    dark: sixDigits(dark),
  }));
  const [paper] = tokens.filter(({ name }) => name === "paper");
  expect(tokens.filter(({ name }) => name === "accent")).toHaveLength(one.sections + 1);
  expect(tokens.filter(({ name }) => name === "ink" || name === "quiet")).toHaveLength(2);
  for (const { name, ...colour } of tokens) {
    if (name === "paper" || name === "rule") continue;
    const needed = name === "accent" ? ACCENT_CONTRAST : TEXT_CONTRAST;
    for (const theme of ["light", "dark"] as const)
      expect(
        contrast(colour[theme], paper?.[theme] ?? ""),
        `${name}, ${theme}`,
      ).toBeGreaterThanOrEqual(needed);
  }
});

/** A colour of the theme as the bundler leaves it: `--ink:light-dark(#1a1816,#ece8e1)`. */
const TOKEN = /--(paper|ink|quiet|rule|accent):\s*light-dark\((#\w+),\s*(#\w+)\)/g;

function sixDigits(hex: string): string {
  return hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join("")}` : hex;
}

test("pages with coloured code fetch the colours, and so do those that run code, which may hold any", async () => {
  const { out } = await printedDemo();
  const pages = new Map(
    globSync("**/*.html", { cwd: out }).map((page) => [
      page,
      readFileSync(join(out, page), "utf8"),
    ]),
  );
  const that = (pattern: RegExp): string[] =>
    [...pages].flatMap(([page, html]) => (pattern.test(html) ? [page] : [])).sort();
  const coloured = that(/class="hljs-/);
  expect(coloured.length).toBeGreaterThan(5);
  expect(that(/href="[^"]*\/highlights\.[^"]*\.css"/)).toEqual(
    [...coloured, "2026/10/what-polling-costs/index.html"].sort(),
  );
});
