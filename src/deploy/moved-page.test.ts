import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { aPublication } from "../../tests/fixtures/domain-values.ts";
import { movedPage } from "./moved-page.ts";

const { site } = aPublication([]);

test("an old address sends readers on and names the new one to search engines", () => {
  expect(movedPage({ from: "/old/", to: "/2024/05/new/#why" }, { ...site, base: "/paper/" }))
    .toMatchInlineSnapshot(`
      "<!DOCTYPE html>
      <html lang="en" dir="ltr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>This page has moved</title>
      <meta http-equiv="refresh" content="0; url=/paper/2024/05/new/#why">
      <link rel="canonical" href="https://paper.example/paper/2024/05/new/">
      </head>
      <body>
      <main>
      <h1>This page has moved</h1>
      <p><a href="/paper/2024/05/new/#why">Go to where it is now</a></p>
      </main>
      </body>
      </html>
      "
    `);
});

test("an old address may lead elsewhere, and no sign in it breaks the page", async () => {
  const page = movedPage({ from: "/old/", to: `https://a.example/?a=1&b="<script>` }, site);
  expect(page).not.toContain("<script>");
  expect(page).toContain('href="https://a.example/?a=1&amp;b=&quot;&lt;script&gt;"');
  const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"] });
  const { results } = await validator.validateString(page);
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
});
