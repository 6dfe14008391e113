import {
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import type { Element, Nodes } from "hast";
import { beforeAll, describe, expect, test } from "vitest";
import { FEED_TYPES, feedFormat } from "../../../src/domain/feed-formats.ts";
import { imageSource } from "../../../src/urls/image-source.ts";
import type { Article } from "../../../src/domain/article.ts";
import type { Publication } from "../../../src/domain/publication.ts";
import { missingTools } from "../../tools/need.ts";
import { corpusIsMissing } from "../corpus.ts";
import { printedCorpus, printedDemo, printedNasty } from "../printed.ts";
import type { Printed } from "../printed.ts";
import { othersAreLeft } from "../test-publications.ts";
import { expectedFeeds, expectedItem, indexOf } from "./expected-feeds.ts";
import { newsboat, readFeeds, sfeed, shownText, xmllint } from "./readers.ts";
import type { ReadFeed } from "./readers.ts";
import { rss2email } from "./rss2email.ts";

const without = await missingTools(["python3", "xmllint", "sfeed", "newsboat", "r2e"]);
if (othersAreLeft !== false) console.log(`Skipped: ${othersAreLeft}.`);
if (corpusIsMissing !== false) console.log(`Skipped for the archive: ${corpusIsMissing}.`);

/** RFC 822, section 5, with the four-digit year of RSS 2.0. */
const RFC_822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

describe.each([
  { name: "the demonstration", print: printedDemo, missing: without },
  { name: "a nasty publication", print: printedNasty, missing: without || othersAreLeft },
  { name: "a real archive", print: printedCorpus, missing: without || corpusIsMissing },
])("the feeds of $name", ({ print, missing }) => {
  let printed: Printed;
  let publication: Publication;
  let expected: ReturnType<typeof expectedFeeds>;
  let paths: string[];
  let feeds: Map<string, ReadFeed>;
  beforeAll(async () => {
    if (missing !== false) return;
    printed = await print();
    publication = await indexOf(printed);
    expected = expectedFeeds(publication);
    paths = globSync("**/rss.xml", { cwd: printed.out }).sort();
    feeds = await readFeeds(printed.out, paths);
  });
  const rule = missing === false ? test : test.skip;
  const every = (check: (feed: ReadFeed, path: string) => void): void => {
    expect(feeds.size).toBeGreaterThan(5);
    for (const [path, feed] of feeds) check(feed, path);
  };
  const home = (): string => publication.site.origin + publication.site.base;

  rule("are those of the whole, of each section, author, tag and story", () => {
    expect(paths).toEqual([...expected.keys()].sort());
  });

  rule("Rule 1: are well-formed, and xmllint has nothing to say", async () => {
    expect(await xmllint(printed.out, paths)).toBe("");
  });

  rule("Rule 2: have nothing that a validator would warn of", () => {
    every(({ strict, lenient }, path) => {
      expect(lenient, path).toMatchObject({ bozo: false });
      expect(strict.items.length, path).toBe(expected.get(path)?.length);
      for (const item of strict.items) {
        expect(item.pubDate, path).toMatch(RFC_822);
        expect(item.guid, path).toMatch(/^urn:uuid:[\da-f-]{36}$/);
        expect(item.description?.trim(), path).not.toBe("");
      }
      expect(strict.elements).not.toContain("webMaster");
      expect(strict.elements).not.toContain("managingEditor");
    });
  });

  rule("Rule 3: have the newest change as their date", () => {
    every(({ strict }, path) => {
      const changes = (expected.get(path) ?? []).map((article) => {
        const { updated, pubDate } = expectedItem(article, publication);
        return Date.parse(updated ?? pubDate);
      });
      const newest = changes.length === 0 ? null : new Date(Math.max(...changes)).toUTCString();
      expect(strict.lastBuildDate, path).toBe(newest);
    });
  });

  rule("Rule 5: are small enough for readers", () => {
    for (const path of paths)
      expect(statSync(join(printed.out, path)).size).toBeLessThan(2_000_000);
  });

  rule("Rules 6, 7, 9, 10 and 18: have ids, titles, dates, names and order of the index", () => {
    every(({ strict, lenient }, path) => {
      const wanted = (expected.get(path) ?? []).map((one) => expectedItem(one, publication));
      expect(new Set(wanted.map(({ guid }) => guid)).size, path).toBe(wanted.length);
      expect(
        strict.items.map(({ guid, title, pubDate, creators, updated }) => ({
          guid,
          title,
          pubDate,
          creators,
          updated,
        })),
        path,
      ).toEqual(wanted);
      expect(strict.items.every(({ isPermaLink }) => isPermaLink === "false")).toBe(true);
      expect(
        lenient.items.map(({ id, published }) => [id, Date.UTC(...utc(published))]),
        path,
      ).toEqual(wanted.map(({ guid, pubDate }) => [guid, Date.parse(pubDate)]));
    });
  });

  rule("Rule 9: have no dc:date, which some readers take for the date of publication", () => {
    every(({ strict }) => {
      expect(strict.elements).not.toContain("{http://purl.org/dc/elements/1.1/}date");
    });
  });

  rule("Rule 11: tell who they are, and no two say the same", () => {
    const titles = new Set<string | null>();
    every(({ strict }, path) => {
      titles.add(strict.title);
      expect(strict.link, path).toBe(home() + encodeURI(path.replace(/rss\.xml$/, "")));
      expect(strict.description, path).toBeTruthy();
      expect(strict.language, path).toBe(publication.site.language);
      expect(Number(strict.ttl), path).toBeGreaterThanOrEqual(15);
      expect(strict.image, path).toMatchObject({ title: strict.title, link: strict.link });
      expect(Number(strict.image.width)).toBeLessThanOrEqual(144);
      expect(Number(strict.image.height)).toBeLessThanOrEqual(400);
      const file = decodeURI((strict.image.url ?? "").slice(home().length));
      expect(existsSync(join(printed.out, file)), strict.image.url ?? "").toBe(true);
    });
    expect(titles.size).toBe(feeds.size);
  });

  rule("Rule 12: name their own public address once", () => {
    every(({ strict }, path) => {
      expect(strict.links.filter(({ rel }) => rel === "self")).toEqual([
        { rel: "self", type: "application/rss+xml", href: home() + encodeURI(path) },
      ]);
    });
  });

  rule(
    "Rules 15 and 16: have plain titles, and a summary before the text, which no reader takes for markup",
    () => {
      every(({ strict, lenient }, path) => {
        for (const [index, { order, description }] of strict.items.entries()) {
          const at = order.findIndex((tag) => tag.endsWith("encoded"));
          if (at >= 0) expect(order.indexOf("description"), path).toBeLessThan(at);
          const wanted = expected.get(path)?.[index]?.description;
          expect(shownText(description ?? "")).toBe(wanted);
          expect(shownText(lenient.items[index]?.summary ?? "")).toBe(wanted);
        }
      });
    },
  );

  rule("Rule 17: have at least 95 per cent of the page's text, picture texts included", () => {
    const short: string[] = [];
    // What runs code has its text only once it has run; its feed entry says where it is to be read.
    const running = new Set(
      publication.articles.filter(({ code }) => code).map(({ path }) => path.slice(1)),
    );
    for (const item of feeds.get("rss.xml")?.strict.items ?? []) {
      const path = pathOf(item.link ?? "", home());
      if (running.has(path)) continue;
      const file = join(printed.out, path, "index.html");
      const page = wordsOf(bodyOf(fromHtml(readFileSync(file, "utf8"))));
      const feed = new Set(wordsOf(fromHtml(item.content ?? "", { fragment: true })));
      const lost = page.filter((word) => !feed.has(word));
      if (lost.length > 0.05 * page.length) short.push(`${item.link}: ${lost.join(" ")}`);
    }
    expect(short).toEqual([]);
  });

  rule("Rule 19: have the lead picture once, with its size, and no enclosure", () => {
    every(({ strict }, path) => {
      const articles = expected.get(path) ?? [];
      expect(strict.elements).not.toContain("enclosure");
      strict.items.forEach(({ media }, index) => {
        const article = articles[index];
        const lead = article === undefined ? undefined : shownLead(article, publication);
        expect(media.length).toBe(lead === undefined ? 0 : 1);
        for (const one of media) {
          expect(existsSync(join(printed.out, pathOf(one.url, home()))), one.url).toBe(true);
          expect(Number(one.width) * Number(one.height)).toBeGreaterThan(0);
          expect(one.description).toBe(lead?.caption ?? lead?.alt);
          expect(one.credit).toBe(lead?.credit ?? null);
        }
      });
    });
  });

  rule("Rule 20: have absolute addresses that exist in the bundle", () => {
    const lost = new Set<string>();
    every(({ strict }) => {
      for (const { content, link } of strict.items) {
        for (const address of [link ?? "", ...addressesIn(content ?? "")]) {
          if (/^(?:mailto|tel):/.test(address)) continue;
          if (!/^https?:\/\//.test(address)) lost.add(address);
          else if (address.startsWith(home()) && !exists(printed.out, pathOf(address, home())))
            lost.add(address);
        }
      }
    });
    expect([...lost]).toEqual([]);
  });

  rule("Rules 21 and 22: hold only what readers can be trusted with", () => {
    every(({ strict }, path) => {
      for (const { content } of strict.items) {
        for (const element of elementsOf(fromHtml(content ?? "", { fragment: true }))) {
          expect(element.tagName, path).toMatch(TRUSTED);
          const { style, id, className, srcSet, loading, ...kept } = element.properties;
          expect([style, id, className, srcSet, loading].filter(Boolean), path).toEqual([]);
          expect(Object.keys(kept).filter((name) => /^(?:on|data)/.test(name))).toEqual([]);
          if (element.tagName !== "img") continue;
          expect(String(kept["src"])).toMatch(/\.(?:jpe?g|png|gif)$/i);
          expect(kept).toHaveProperty("alt");
          expect(Number(kept["width"]) * Number(kept["height"])).toBeGreaterThan(0);
        }
      }
    });
  });

  rule("Rule 23: are linked by the pages they follow, the main feed first", () => {
    const main = `${publication.site.base}rss.xml`;
    for (const path of paths) {
      const page = fromHtml(
        readFileSync(join(printed.out, path.replace(/rss\.xml$/, "index.html")), "utf8"),
      );
      const links = elementsOf(page).filter(
        ({ tagName, properties }) =>
          tagName === "link" && [properties["rel"]].flat().includes("alternate"),
      );
      const titles = links.map(({ properties }) => properties["title"]);
      expect(new Set(titles).size, path).toBe(titles.length);
      expect(links[0]?.properties["href"], path).toBe(main);
      const own = publication.site.base + encodeURI(path);
      expect(links.map(({ properties }) => properties["href"])).toContain(own);
      for (const { properties } of links) {
        const address = String(properties["href"]);
        expect(properties["type"], address).toBe(FEED_TYPES[feedFormat(address) ?? "headlines"]);
        expect(exists(printed.out, pathOf(address, publication.site.base)), address).toBe(true);
      }
    }
  });

  rule("have the count, ids, titles, dates and names of the index in sfeed", async () => {
    for (const [path, articles] of expected) {
      const wanted = articles.map((article) => {
        const { guid, title, creators } = expectedItem(article, publication);
        return { id: guid, title, author: creators[0], date: Math.floor(article.instant / 1000) };
      });
      expect(await sfeed(printed.out, path), path).toEqual(wanted);
    }
  });

  rule("have the count, ids, titles, dates and names of the index in rss2email", async () => {
    // It takes a title for HTML where it looks so, whatever the feed says.
    const shown = (title: string): string => title.replaceAll(/<\/?em>/g, "_");
    const reader = await rss2email();
    const some = [...expected].filter(([, articles]) => articles.length > 0).slice(0, 4);
    const letters = reader.visit(new Map(some.map(([path]) => [path, join(printed.out, path)])));
    reader.remove();
    const byFeed = Map.groupBy(letters, ({ feed }) => feed);
    for (const [path, articles] of some) {
      const wanted = articles.map((article) => {
        const { guid, title, creators } = expectedItem(article, publication);
        const date = Math.floor(article.instant / 1000);
        return { feed: path, id: guid, title: shown(title), author: creators[0], date };
      });
      const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
      expect(byFeed.get(path)?.sort(byId), path).toEqual(wanted.sort(byId));
    }
  });

  rule("have the count, ids, dates and names of the index in newsboat", async () => {
    const copies = mkdtempSync(join(tmpdir(), "stet-feeds-"));
    const reader = await newsboat();
    const kept = await reader.visit(copiesOf(printed.out, paths, copies));
    reader.remove();
    rmSync(copies, { recursive: true });
    const seen = Map.groupBy(kept, ({ feed }) => feed);
    for (const [path, articles] of expected) {
      const wanted = articles.map((article) => {
        const { guid, creators } = expectedItem(article, publication);
        const date = Math.floor(article.instant / 1000);
        // Of several names it shows the last.
        return { guid, date, author: creators.at(-1) };
      });
      const found = (seen.get(path) ?? []).map(({ guid, date, author }) => ({
        guid: guid.replace(/ .*/, ""),
        date,
        author,
      }));
      const order = (a: { guid: string }, b: { guid: string }): number =>
        a.guid < b.guid ? -1 : 1;
      expect(found.sort(order), path).toEqual(wanted.sort(order));
    }
  });
});

/**
 * Copies of feeds whose ids carry the number of their feed: newsboat keeps an id once over all feeds, and an article
 * has one id in all feeds that it stands in.
 */
function copiesOf(out: string, paths: readonly string[], folder: string): Map<string, string> {
  return new Map(
    paths.map((path, index) => {
      const file = join(folder, `${index}.xml`);
      const text = readFileSync(join(out, path), "utf8");
      writeFileSync(file, text.replaceAll("</guid>", ` ${index}</guid>`));
      return [path, file];
    }),
  );
}

/** The lead picture of an article, if it can be shown. */
function shownLead(article: Article, { images }: Publication): Article["image"] {
  if (article.image === undefined) return undefined;
  const source = imageSource(article.image.src, article.file);
  return source.kind === "file" && images[source.file] !== undefined ? article.image : undefined;
}

/** What readers keep when they strip what they do not trust. */
const TRUSTED =
  /^(?:p|h[1-6]|ul|ol|li|dl|dt|dd|pre|code|blockquote|figure|figcaption|img|a|em|strong|b|i|u|s|del|ins|sub|sup|small|br|hr|table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td|abbr|cite|q|kbd|samp|var|time|span|div|section|html|head|body|dfn|address|ruby|rt|rp|wbr|bdi|bdo|tt|big|center|font|strike|acronym|label|data|mark)$/;

function utc(parts: readonly number[]): [number, number, number, number, number, number] {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  return [year, month - 1, day, hour, minute, second];
}

/** An address of the publication as a path below its base, decoded. */
function pathOf(address: string, home: string): string {
  return decodeURI(address.slice(home.length).replace(/[?#].*$/, ""));
}

function exists(out: string, path: string): boolean {
  const file = join(out, path);
  return existsSync(path === "" || path.endsWith("/") ? join(file, "index.html") : file);
}

function elementsOf(tree: Nodes): Element[] {
  const here = tree.type === "element" ? [tree] : [];
  return "children" in tree ? [...here, ...tree.children.flatMap(elementsOf)] : here;
}

function addressesIn(html: string): string[] {
  return elementsOf(fromHtml(html, { fragment: true })).flatMap(({ properties }) =>
    ["href", "src", "poster", "cite"].flatMap((name) =>
      typeof properties[name] === "string" ? [properties[name]] : [],
    ),
  );
}

function bodyOf(page: Nodes): Nodes {
  const body = elementsOf(page).find(({ properties }) =>
    [properties["className"]].flat().includes("prose"),
  );
  if (body === undefined) throw new Error("The page has no body.");
  return body;
}

/** What stands around the text on its page, which feeds carry by other elements; and the host of a player. */
const AROUND = /^(?:preamble|live-state|contents|label-end|updates|corrections|player-host)$/;

/** Words of a text, without those of its handles and of drawings, whose figures stand beside them in a table. */
function wordsOf(tree: Nodes): string[] {
  if (tree.type === "element") {
    if (/^(?:svg|summary)$/.test(tree.tagName)) return [];
    if ([tree.properties["className"]].flat().some((name) => AROUND.test(String(name)))) return [];
  }
  if (tree.type === "text") return tree.value.match(/[\p{L}\p{N}]+/gu) ?? [];
  return "children" in tree ? tree.children.flatMap(wordsOf) : [];
}
