import { expect, test } from "vitest";
import { recordHtml } from "./record-html.ts";
import type { SearchRecord } from "./record-html.ts";

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
    { heading: { text: "No anchor", id: "an id" }, text: "" },
  ],
};

test("a record says what it weighs, what it is filtered by and what a result shows", () => {
  expect(recordHtml(record).replace(/></g, ">\n<")).toMatchInlineSnapshot(`
    "<!doctype html>
    <html>
    <head>
    <meta data-pagefind-meta="title[content]" content="The pier">
    <meta data-pagefind-meta="description[content]" content="It opens.">
    <meta data-pagefind-meta="byline[content]" content="Ada Quill, Ben Moor">
    <meta data-pagefind-meta="category[content]" content="Shipping">
    <meta data-pagefind-meta="kind[content]" content="news">
    <meta data-pagefind-meta="day[content]" content="2026-03-12">
    <meta data-pagefind-meta="date[content]" content="2026-03-12T08:30:00Z">
    <meta data-pagefind-filter="category[content]" content="shipping">
    <meta data-pagefind-filter="author[content]" content="ada-quill Ada Quill">
    <meta data-pagefind-filter="author[content]" content="ben-moor Ben Moor">
    <meta data-pagefind-filter="year[content]" content="2026">
    <meta data-pagefind-filter="kind[content]" content="news">
    </head>
    <body data-pagefind-body>
    <p data-pagefind-weight="10">The pier</p>
    <p data-pagefind-weight="4">It opens.</p>
    <p data-pagefind-weight="4">Ada Quill, Ben Moor</p>
    <p>The first ship.</p>
    <h2 data-pagefind-weight="2" id="the-figures">The figures</h2>
    <p>Ten.</p>
    <h2 data-pagefind-weight="2">No anchor</h2>
    </body>
    </html>"
  `);
});

test("no text of an article adds markup or an attribute", () => {
  const withText = (text: string): string =>
    recordHtml({
      ...record,
      title: text,
      description: text,
      category: { slug: "shipping", title: text },
      authors: [{ slug: "ada-quill", name: text }],
      sections: [{ heading: { text, id: "x" }, text }],
    });
  const markup = (html: string): string[] =>
    (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/ content="[^"]*"/, ""));
  const hostile = `"><script>x</script><p data-pagefind-filter='kind:y' title="&lt;`;
  expect(markup(withText(hostile))).toEqual(markup(withText("harmless")));
});
