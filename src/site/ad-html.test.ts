import { expect, test } from "vitest";
import { adHtml } from "./ad-html.ts";

const ad = { html: '<a href="https://shop.example/">Boots</a>', width: 300, height: 250 };

test("an advertisement is labelled in the publication's language, and has no styles of its own", () => {
  expect(adHtml("in-article", ad, { language: "fr" })).toBe(
    '<aside class="ad ad-in-article" role="note" aria-label="Publicité"><p class="ad-label">Publicité</p><div class="ad-space"><a href="https://shop.example/">Boots</a></div></aside>',
  );
});

test("where there are no words in that language, the label is marked as English", () => {
  expect(adHtml("front-top", ad, { language: "cy" })).toContain(
    '<p class="ad-label" lang="en">Advertisement</p>',
  );
});
