import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { testTargets } from "../../tests/fixtures/body-targets.ts";
import { updateEntries } from "./update-entries.ts";

const FIRST =
  '<LiveUpdate time="2026-03-02T14:05:00+01:00">\n\nThe *gates* are open.\n\n</LiveUpdate>\n';
const SECOND =
  '<LiveUpdate time="2026-03-02T15:00:00+01:00" title="Shut again" by="ann">\n\nAt three.\n\n</LiveUpdate>\n';

function entriesOf(text: string, changes: { language?: string } = {}) {
  const article = anArticle({
    day: "2026-03-02",
    slug: "lock",
    kind: "live",
    id: "6f0d6c0e-8d0a-4c55-9d39-0a4a3d3c7b01",
    ...changes,
  });
  const item = {
    article,
    link: "https://press.example/2026/03/lock/",
    authors: ["The desk"],
    categories: ["News"],
    targets: {
      links: {},
      images: {},
      authors: {},
      posts: {},
      data: {},
      media: {},
      corrections: [],
    },
  };
  const targets = testTargets({
    address: item.link,
    authors: { ann: { name: "Ann", href: "/authors/ann/" } },
  });
  return updateEntries(
    item,
    parseBody(`---\ntitle: x\n---\n\nBefore.\n\n${text}`, "mdx"),
    targets,
    { language: "en" },
  );
}

test("updates are entries of their own, newest first, with their own authors and ways to them", () => {
  expect(entriesOf(`${FIRST}\n${SECOND}`)).toMatchInlineSnapshot(`
    [
      {
        "authors": [
          "Ann",
        ],
        "categories": [
          "News",
        ],
        "html": "<p>At three.</p>",
        "id": "2ba1dd91-3df3-5a69-a2b2-3fe0174a9cc5",
        "link": "https://press.example/2026/03/lock/#update-20260302-140000",
        "published": 1772460000000,
        "shortHtml": "<p>At three.</p><p><a href="https://press.example/2026/03/lock/#update-20260302-140000">Read the whole article</a></p>",
        "summary": "",
        "title": "Shut again",
        "updated": 1772460000000,
      },
      {
        "authors": [
          "The desk",
        ],
        "categories": [
          "News",
        ],
        "html": "<p>The <em>gates</em> are open.</p>",
        "id": "344db75c-5706-53cc-b15e-871b248f8085",
        "link": "https://press.example/2026/03/lock/#update-20260302-130500",
        "published": 1772456700000,
        "shortHtml": "<p>The gates are open.</p><p><a href="https://press.example/2026/03/lock/#update-20260302-130500">Read the whole article</a></p>",
        "summary": "",
        "title": "The gates are open.",
        "updated": 1772456700000,
      },
    ]
  `);
});

test("Rule 6: the ids of updates stay when one is reworded, and when others come", () => {
  const [only] = entriesOf(FIRST);
  const reworded = entriesOf(`${SECOND}\n${FIRST.replace("open", "wide open")}`).at(-1);
  expect(reworded?.html).toBe("<p>The <em>gates</em> are wide open.</p>");
  expect(reworded?.id).toBe(only?.id);
});

test("an update in the language of its article says so", () => {
  const [entry] = entriesOf(FIRST, { language: "ar" });
  expect(entry?.html).toBe('<div lang="ar" dir="rtl"><p>The <em>gates</em> are open.</p></div>');
  expect(entry?.shortHtml).toMatch(
    /^<div lang="ar" dir="rtl"><p>The gates are open\.<\/p><\/div><p lang="en" dir="ltr"><a /,
  );
});
