import { readBody } from "../archive/read-body.ts";
import { entryOf, feedUpdated, fitEntries } from "../feeds/feed.ts";
import { rssOf } from "../feeds/rss.ts";
import { feedHtml } from "../markdown/render-body.ts";
import { wordsFor } from "../site/words.ts";
import { currentPlan, fixedProps } from "../views/handoff.ts";

/** The feed of the whole publication. */
export async function GET(): Promise<Response> {
  const { view, chrome } = fixedProps("feed");
  const { content } = currentPlan();
  const words = wordsFor(chrome.site.language).body;
  const entries = fitEntries(
    view.entries.map((source) => {
      const { article, link, targets } = source;
      if (article.code) return entryOf(source, "");
      return entryOf(
        source,
        feedHtml(readBody(content, article), { ...targets, address: link, words }),
      );
    }),
  );
  const { title, description, home, self } = view;
  const feed = { title, description, home, self, language: chrome.site.language, entries };
  const rss = await rssOf({ ...feed, updated: feedUpdated(entries) });
  return new Response(rss, { headers: { "content-type": "application/rss+xml" } });
}
