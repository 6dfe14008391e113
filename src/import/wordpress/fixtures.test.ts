import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Archive } from "../archive.ts";
import { ROOT } from "../../../tests/structure/project-files.ts";
import { readWordPress } from "./read-wordpress.ts";

/** Exports that others published for tests of importers. They are not part of the project. */
const FOLDER = join(ROOT, "../shared/fixtures/wxr");
const absent = !existsSync(FOLDER) && `no exports of others in ${FOLDER}`;

if (absent !== false) test.skip(absent);

function fixture(name: string): string {
  return join(FOLDER, name);
}

function leftByKind({ leftOut }: Archive): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, count = 1 } of leftOut) counts[kind] = (counts[kind] ?? 0) + count;
  return counts;
}

test.skipIf(absent !== false).each([
  ["theme-test-2024.xml", { post: 58, page: 21, attachment: 37, nav_menu_item: 70, comment: 33 }],
  ["imp-valid-wxr-1.0.xml", { post: 3, page: 3, category: 5, tag: 4, comment: 1 }],
  ["imp-valid-wxr-1.1.xml", { post: 1, page: 1, author: 1, category: 1, tag: 1, term: 1 }],
  ["imp-namespace-edge-cases.xml", { post: 5, item: 1, author: 2, term: 2 }],
  ["imp-wxr-utf-8-challenges.xml", { post: 1, author: 1 }],
  ["mg-co-authors-plus.xml", { post: 4, author: 3 }],
  ["mg-has-yoast-meta.xml", { post: 2, author: 1 }],
])("%s is read, and everything in it is accounted for", async (name, some) => {
  const reader = readWordPress([fixture(name)]);
  const archive = await reader.read(() => {});
  const counted = await reader.count();
  expect(counted).toMatchObject(some);
  const left = leftByKind(archive);
  for (const kind of new Set([...Object.keys(counted), ...Object.keys(archive.used ?? {})]))
    expect((archive.used?.[kind] ?? 0) + (left[kind] ?? 0), kind).toBe(counted[kind] ?? 0);
  const keys = archive.texts.map(({ key }) => key);
  const bodies: string[] = [];
  for await (const { key } of reader.bodies()) bodies.push(key);
  expect(bodies).toEqual(keys);
});

test.skipIf(absent !== false)("a malformed export is refused with its line", async () => {
  const file = fixture("imp-malformed.xml");
  await expect(readWordPress([file]).read(() => {})).rejects.toThrow(
    `${file}:90:11: An element is closed before the elements in it are, so the file is damaged.`,
  );
});

test.skipIf(absent !== false)("the theme test has all of its cases", async () => {
  const reader = readWordPress([fixture("theme-test-2024.xml")]);
  const archive = await reader.read(() => {});
  const text = (key: string): Archive["texts"][number] | undefined =>
    archive.texts.find((one) => one.key === key);
  expect(archive.menus.map(({ name, items }) => [name, items.length])).toEqual([
    ["All Pages", 18],
    ["All Pages Flat", 18],
    ["Short", 6],
    ["Testing Menu", 23],
    ["Social menu", 5],
  ]);
  expect(text("1153")).toMatchObject({ state: "public", date: "2030-01-01T12:00:18-07:00" });
  expect(text("1164")).toMatchObject({ state: "draft", addresses: [] });
  expect(text("1168")).toMatchObject({ state: "draft", why: "has a password" });
  expect(text("1241")).toMatchObject({ isPinned: true });
  expect(text("1169")).toMatchObject({ title: "This post has no title, but it still must link …" });
  expect(text("1173")).toMatchObject({ title: "Markup: Title With Markup" });
  expect(text("1811")).toMatchObject({ slug: "επίπεδο-2" });
  expect(text("1011")).toMatchObject({ image: { file: "1022" } });
  expect(archive.files[0]).toMatchObject({
    key: "611",
    alt: "canola",
    target: { public: "uploads/2008/06/canola2.jpg" },
  });
});

test.skipIf(absent !== false)("several authors of a post are found, each once", async () => {
  const archive = await readWordPress([fixture("mg-co-authors-plus.xml")]).read(() => {});
  expect(archive.texts.map(({ authors }) => authors)).toEqual([
    ["alice-smith", "bob-jones"],
    ["alice-smith", "bob-jones", "carol-white"],
    ["bob-jones"],
    ["alice-smith", "bob-jones"],
  ]);
  expect(archive.authors).toHaveLength(3);
  expect(JSON.stringify(archive)).not.toContain("@");
});

test.skipIf(absent !== false)("titles and descriptions of Yoast are read", async () => {
  const archive = await readWordPress([fixture("mg-has-yoast-meta.xml")]).read(() => {});
  expect(archive.texts.map(({ seo }) => seo)).toEqual([
    {
      title: "My Custom SEO Title for Search Engines",
      description: "A short description of the post for search engine results pages",
    },
    undefined,
  ]);
});

test.skipIf(absent !== false)("only elements of WordPress's own namespace count", async () => {
  const archive = await readWordPress([fixture("imp-namespace-edge-cases.xml")]).read(() => {});
  expect(archive.authors.map(({ slug }) => slug)).toEqual(["real-user", "version-conflict"]);
  expect(archive.texts.map(({ key }) => key)).toEqual(["1", "2", "3", "4", "6"]);
  expect(archive.terms.map(({ slug }) => slug)).toEqual(["old-version", "new-version"]);
});
