import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { projectFiles, projectText, ROOT } from "../structure/project-files.ts";
import { readBundle } from "./bundles.ts";
import { printedFrench, printedRightToLeft } from "./printed.ts";

const CARDS = /^(?:authors|categories|stories|tags)\/([^/]+)\.yaml$/;

/** What only the demonstration says: its name, address and description, and the names and slugs of its cards. */
function wordsOfTheDemonstration(): string[] {
  const content = join(ROOT, "content");
  const yaml = (file: string): Record<string, unknown> =>
    parse(readFileSync(join(content, file), "utf8")) as Record<string, unknown>;
  const { name, url, description } = yaml("site.yaml");
  const cards = [...readBundle(content).keys()].flatMap((file) => {
    const [, slug] = CARDS.exec(file) ?? [];
    if (slug === undefined) return [];
    const { title, name: called } = yaml(file);
    return [slug, title, called];
  });
  // A short name, "X" or "SEO", may stand in any text.
  return [name, url, description, ...cards].filter(
    (word): word is string => typeof word === "string" && word.length > 4,
  );
}

/** Which of the words stand whole in which text, each as `path: word`. */
function found(words: readonly string[], texts: Iterable<readonly [string, string]>): string[] {
  const patterns = words.map((word) => ({
    word,
    whole: new RegExp(`(?<![\\w-])${word.replace(/[^\w]/g, "\\$&")}(?![\\w-])`),
  }));
  return [...texts].flatMap(([path, text]) =>
    patterns.filter(({ whole }) => whole.test(text)).map(({ word }) => `${path}: ${word}`),
  );
}

test.each([
  { name: "French", print: printedFrench },
  { name: "right to left", print: printedRightToLeft },
])("nothing of the demonstration is in a publication in $name", async ({ print }) => {
  const words = wordsOfTheDemonstration();
  expect(words.length).toBeGreaterThan(10);
  const { out } = await print();
  const texts = [...readBundle(out)]
    .filter(([path]) => /\.(?:html|xml|css|txt|svg|json|jsonl|webmanifest)$/.test(path))
    .map(([path, bytes]) => [path, bytes.toString("utf8")] as const);
  expect(found(words, texts)).toEqual([]);
});

test("nothing of the demonstration is in the press", () => {
  // Single words, "links" or "performance", are words of the press as well.
  const words = wordsOfTheDemonstration().filter((word) => /\W/.test(word));
  expect(words.length).toBeGreaterThan(10);
  const checkout = projectFiles().filter((file) => /^(?:src|public)\//.test(file));
  const texts = checkout.map((file) => [file, projectText(file) ?? ""] as const);
  expect(texts.length).toBeGreaterThan(100);
  expect(found(words, texts)).toEqual([]);
});

test("a publication wears its own colours", async () => {
  const { out } = await printedFrench();
  const css = [...readBundle(out)]
    .filter(([path]) => path.endsWith(".css"))
    .map(([, bytes]) => bytes.toString("utf8"))
    .join("\n");
  expect(css).toMatch(/--paper:\s*light-dark\(#fff3e4/);
  expect(css).toMatch(
    /\[data-section=["']?fleuve["']?\]\s*\{\s*--accent:\s*light-dark\(#6a4a00,\s*#dcb45c\)/,
  );
});
