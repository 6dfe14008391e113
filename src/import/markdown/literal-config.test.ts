import { expect, test } from "vitest";
import { readLiteralConfig } from "./literal-config.ts";

test("plain values are read from programs, and nothing else is", () => {
  const config = readLiteralConfig(
    `import { defineConfig } from "astro/config";
const title = "T";
const shared = { a: 1 };
export default defineConfig({
  title, name: title, list: ["a", [true, null]], ...shared, n: -2, text: \`x\`,
  site: process.env.SITE, joined: "a" + "b", called: require.resolve("x"), made: \`\${title}\`,
  hook() { throw new Error("run"); },
});
`,
    false,
  );
  expect(config.values).toEqual({
    title: "T",
    name: "T",
    list: ["a", ["true"]],
    a: "1",
    n: "-2",
    text: "x",
  });
  expect(config.functions).toEqual(["hook"]);
  expect(config.unread).toEqual([
    "6: a calculation",
    "6: a calculation",
    "6: a call of a function",
    "6: a text with `${…}`",
  ]);
});

test.each<[string, string]>([
  ["module.exports = { a: 1 };", "CommonJS"],
  [
    "module.exports = function (config) { config.addFilter('x', () => 1); return { a: 1 }; };",
    "a function",
  ],
  ["export default async () => ({ a: 1 });", "an arrow function"],
  ["const config = { a: 1 };\nexport default config;", "a name"],
  ["module.exports = config;\nvar config = { a: 1 };", "a name that follows"],
])("a configuration is %s (%s)", (source) => {
  expect(readLiteralConfig(source, false).values).toEqual({ a: "1" });
});

test("calls with a plain argument and other exports are kept", () => {
  const config = readLiteralConfig(
    "export const config = { dir: { input: 'src' } };\nexport default function (c) { c.addPassthroughCopy('img'); c.addPassthroughCopy({ a: 'b' }); c.addFilter(() => 1); }",
    false,
  );
  expect(config.exports).toEqual({ config: { dir: { input: "src" } } });
  expect(config.calls).toEqual([
    { method: "addPassthroughCopy", argument: "img" },
    { method: "addPassthroughCopy", argument: { a: "b" } },
  ]);
});

test("types of TypeScript are left aside", () => {
  const source =
    "import type { Config } from 'x';\nconst config: Config = { a: 1 } satisfies Config;\nexport default config;";
  expect(readLiteralConfig(source, true).values).toEqual({ a: "1" });
});

test("what is no program is one note", () => {
  expect(readLiteralConfig("export default {", false).unread).toEqual([
    "1: it is no program that can be read (Unexpected token (1:16))",
  ]);
});
