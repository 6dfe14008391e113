import { expect, test } from "vitest";
import { parseBody } from "../parse-body.ts";
import { feedHtml, pageHtml } from "../render-body.ts";
import { testTargets } from "../../../tests/fixtures/body-targets.ts";

const body = (markdown: string) => parseBody(`---\n---\n\n${markdown}\n`, "md");
const page = (markdown: string) => pageHtml(body(markdown), testTargets());

test("links out of the publication are numbered, one address once, and listed behind the text", () => {
  expect(
    page("[A](https://a.example/) [b](http://b.example/?x=1&y=2) [a](https://a.example/)"),
  ).toBe(
    '<p><a href="https://a.example/" data-note="1">A</a> ' +
      '<a href="http://b.example/?x=1&#x26;y=2" data-note="2">b</a> ' +
      '<a href="https://a.example/" data-note="1">a</a></p>' +
      '<ol class="link-notes" hidden><li data-href="https://a.example/"></li>' +
      '<li data-href="http://b.example/?x=1&#x26;y=2"></li></ol>',
  );
});

test("a link that is its own address, a place on the page and a mail address need no note", () => {
  for (const text of ["<https://a.example/>", "[here](#there)", "[us](mailto:us@a.example)"])
    expect(page(text)).not.toMatch(/data-note|link-notes/);
});

test("a feed has none: its readers can follow links", () => {
  expect(feedHtml(body("[A](https://a.example/)"), testTargets())).toBe(
    '<p><a href="https://a.example/">A</a></p>',
  );
});
