import { expect, test } from "vitest";
import { indexedRecord } from "../indexed-record.ts";
import { preparedParts } from "../prepared-parts.ts";
import type { SearchRecord } from "../search-records.ts";
import { storedRecord } from "../stored-record.ts";
import { recordPage } from "./record-page.ts";

const record: SearchRecord = {
  path: "/2026/03/pier/",
  title: "The pier",
  description: "It opens.",
  category: { slug: "shipping", title: "Shipping" },
  authors: [
    { slug: "ada-quill", name: "Ada Quill" },
    { slug: "ben-moor", name: "Ben Moor" },
  ],
  kind: "news",
  day: "2026-03-12",
  date: "2026-03-12T08:30:00Z",
  sections: [
    { text: "The first ship." },
    { heading: { text: "The figures", id: "the-figures" }, text: "Ten." },
    { heading: { text: "Empty", id: "empty" }, text: "" },
  ],
};

const html = (of: SearchRecord): string =>
  recordPage(indexedRecord(of, preparedParts(storedRecord(of)), "en"));

test("a record says what it weighs and what it is filtered by, and nothing that is not printed as text", () => {
  expect(html(record).replace(/></g, ">\n<")).toMatchInlineSnapshot(`
    "<!doctype html>
    <html>
    <head>
    <meta data-pagefind-meta="title[content]" content="the pier">
    <meta data-pagefind-meta="description[content]" content="it opens">
    <meta data-pagefind-meta="byline[content]" content="ada quill ben moor">
    <meta data-pagefind-filter="category[content]" content="shipping">
    <meta data-pagefind-filter="author[content]" content="ada-quill Ada Quill">
    <meta data-pagefind-filter="author[content]" content="ben-moor Ben Moor">
    <meta data-pagefind-filter="year[content]" content="2026">
    <meta data-pagefind-filter="kind[content]" content="news">
    </head>
    <body data-pagefind-body>
    <p data-pagefind-weight="10">the pier</p>
    <p data-pagefind-weight="4">it opens</p>
    <p data-pagefind-weight="4">ada quill ben moor</p>
    <p data-pagefind-weight="1">the first ship</p>
    <p data-pagefind-weight="2">the figures</p>
    <p data-pagefind-weight="1">ten</p>
    <p data-pagefind-weight="2">empty</p>
    </body>
    </html>"
  `);
});

test("no text of an article adds markup or an attribute", () => {
  const withText = (text: string): string =>
    html({
      ...record,
      title: text,
      description: text,
      category: { slug: "shipping", title: text },
      authors: [{ slug: "ada-quill", name: text }],
      sections: [{ heading: { text, id: "x" }, text }],
    });
  const markup = (of: string): string[] =>
    (of.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/ content="[^"]*"/, ""));
  const hostile = `"><script>x</script><p data-pagefind-filter='kind:y' title="&lt;`;
  expect(markup(withText(hostile))).toEqual(markup(withText("harmless")));
});
