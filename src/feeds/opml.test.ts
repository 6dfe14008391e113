import { expect, test } from "vitest";
import { opmlOf } from "./opml.ts";

test("OPML is this text, whatever the names hold", () => {
  expect(
    opmlOf("The Paper: Feeds", [
      {
        text: "Topics & more",
        feeds: [
          {
            text: `A "quoted" <name> \u0007`,
            feed: "https://paper.example/tags/a/rss.xml?a=1&b=2",
            home: "https://paper.example/tags/a/",
            language: "en",
          },
        ],
      },
    ]),
  ).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <opml version="2.0">
      <head>
        <title>The Paper: Feeds</title>
      </head>
      <body>
        <outline text="Topics &amp; more" title="Topics &amp; more">
          <outline text="A &quot;quoted&quot; &lt;name&gt;" type="rss" xmlUrl="https://paper.example/tags/a/rss.xml?a=1&amp;b=2" htmlUrl="https://paper.example/tags/a/" language="en" title="A &quot;quoted&quot; &lt;name&gt;"/>
        </outline>
      </body>
    </opml>
    "
  `);
});
