import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { importSite } from "./fixtures/imported-site.ts";
import { DOCUSAURUS_SITE } from "./fixtures/source-sites.ts";
import { writeSite } from "./fixtures/written-site.ts";

const folder = writeSite(DOCUSAURUS_SITE);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * The routes of texts that `loadSite` of @docusaurus/core 3.10.2 gives of this folder, with its blog and docs plugins;
 * those of the second language only for the text that is translated. Its packages have 216 MB, so they are not
 * installed for the test.
 */
const ROUTES = [
  "/paper/docs/",
  "/paper/docs/2021-11-notes",
  "/paper/docs/guide/",
  "/paper/docs/guide/first%20step",
  "/paper/docs/intro",
  "/paper/docs/root",
  "/paper/docs/topic/",
  "/paper/docs/topic/other",
  "/paper/docs/topic/up",
  "/paper/fr/news/2019/05/03/plain",
  "/paper/news/2019/05/03/bundle",
  "/paper/news/2019/05/03/plain",
  "/paper/news/2019/06/07/folders",
  "/paper/news/2019/06/08/2019/06/both",
  "/paper/news/deep/er/",
  "/paper/news/my-slug",
];

test("addresses of Docusaurus are those of its own routes", async () => {
  const { archive } = await importSite(folder, { from: "docusaurus" });
  const paths = archive.texts.flatMap(({ addresses }) =>
    addresses.map((one) => new URL(one).pathname),
  );
  expect(paths.sort()).toEqual(ROUTES);
});

test("dates, authors, tags and languages of Docusaurus are read, and what its configuration computes is noted", async () => {
  const { archive } = await importSite(folder, { from: "docusaurus" });
  const dates = archive.texts.flatMap(({ key, date }) => (date === undefined ? [] : [[key, date]]));
  expect(Object.fromEntries(dates)).toEqual({
    "blog/2019-05-03-bundle/index.mdx": "2019-05-03",
    "blog/2019-05-03-plain.md": "2019-05-03",
    "blog/2019/06/07/folders.md": "2019-06-07",
    "blog/2019/06/2019-06-08-both.md": "2019-06-08",
    "blog/draft.md": "2020-01-02",
    "blog/own.md": "2020-01-02",
    "blog/rooted.md": "2020-01-02T10:00:00+00:00",
    "i18n/fr/docusaurus-plugin-content-blog/2019-05-03-plain.md": "2019-05-03",
  });
  expect(archive.authors).toEqual([
    {
      key: "keeper",
      name: "The Keeper",
      slug: "keeper",
      url: "https://keeper.example",
      addresses: [],
    },
  ]);
  expect(archive.terms.map(({ key, addresses }) => [key, addresses])).toEqual([
    ["tag:big-thing", ["https://lock.example/paper/news/tags/big-thing"]],
  ]);
  expect(
    archive.texts.filter(({ language }) => language !== undefined).map(({ key }) => key),
  ).toEqual(["i18n/fr/docusaurus-plugin-content-blog/2019-05-03-plain.md"]);
  expect(archive.texts.filter(({ state }) => state === "draft").map(({ key }) => key)).toEqual([
    "blog/draft.md",
  ]);
  expect(archive.notes?.[0]).toBe(
    "docusaurus.config.js: not run, so not known: line 11: a call of a function",
  );
});
