import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../../src/domain/article.ts";
import type { Publication } from "../../../src/domain/publication.ts";
import { hasUpdatesFeed } from "../../../src/domain/live-blog.ts";
import { correctionsOf } from "../../../src/domain/corrections.ts";
import { missingTools } from "../../tools/need.ts";
import { casesAreMissing } from "../cases-publication.ts";
import { corpusIsMissing } from "../corpus.ts";
import { elementsOf, property } from "../pages/elements.ts";
import {
  printedBelowPath,
  printedCases,
  printedCorpus,
  printedDemo,
  printedNasty,
} from "../printed.ts";
import type { Printed } from "../printed.ts";
import { expectedFeeds, expectedItem, indexOf } from "./expected-feeds.ts";
import { jing, newsboat, readAtom, readFeeds, sfeed, shownText, xmllint } from "./readers.ts";
import type { AtomRead, ReadFeed } from "./readers.ts";
import { rss2email } from "./rss2email.ts";

/** A feed in JSON, as far as the tests look at it (JSON Feed 1.1). */
interface JsonFeed {
  version: string;
  title: string;
  home_page_url: string;
  feed_url: string;
  language: string;
  items: {
    id: string;
    url: string;
    title: string;
    summary: string;
    content_html: string;
    image?: string;
    date_published: string;
    date_modified?: string;
    authors: { name: string }[];
  }[];
}

/** Files of feeds, but for the pages of their archive. */
const FORMS = ["rss.xml", "atom.xml", "feed.json", "headlines.xml"] as const;

const without = await missingTools(["python3", "xmllint", "jing", "sfeed", "newsboat", "r2e"]);

describe.each([
  { name: "the demonstration", print: printedDemo, missing: without },
  { name: "a publication below a path", print: printedBelowPath, missing: without },
  { name: "a nasty publication", print: printedNasty, missing: without },
  { name: "a publication of cases", print: printedCases, missing: without || casesAreMissing },
  { name: "a real archive", print: printedCorpus, missing: without || corpusIsMissing },
])("the forms of the feeds of $name", ({ print, missing }) => {
  let printed: Printed;
  let publication: Publication;
  let found: Record<(typeof FORMS)[number], string[]>;
  let archive: string[];
  let rss: Map<string, ReadFeed>;
  let headlines: Map<string, ReadFeed>;
  let atom: Map<string, AtomRead>;
  let json: Map<string, JsonFeed>;
  let older: Map<string, AtomRead>;
  beforeAll(async () => {
    if (missing !== false) return;
    printed = await print();
    publication = await indexOf(printed);
    const glob = (pattern: string): string[] => globSync(pattern, { cwd: printed.out }).sort();
    const [rssFiles = [], atomFiles = [], jsonFiles = [], headlineFiles = []] = FORMS.map((form) =>
      glob(`**/${form}`),
    );
    found = {
      "rss.xml": rssFiles,
      "atom.xml": atomFiles,
      "feed.json": jsonFiles,
      "headlines.xml": headlineFiles,
    };
    archive = glob("feeds/archive/*/*.xml");
    rss = await readFeeds(printed.out, rssFiles);
    headlines = await readFeeds(printed.out, headlineFiles);
    atom = await readAtom(printed.out, atomFiles);
    older = await readAtom(printed.out, archive);
    json = new Map(
      jsonFiles.map((path) => [
        path,
        JSON.parse(readFileSync(join(printed.out, path), "utf8")) as JsonFeed,
      ]),
    );
  });
  const rule = missing === false ? test : test.skip;
  const home = (): string => publication.site.origin + publication.site.base;
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
  /** Folders of the publication's, sections' and stories' feeds. */
  const lists = (): string[] =>
    [...expectedFeeds(publication).keys()]
      .map(folderOf)
      .filter((folder) => !/^(?:authors|tags)\//.test(folder))
      .sort();

  const liveBlogs = (): string[] =>
    publication.articles.filter(hasUpdatesFeed).map(({ path }) => path.slice(1));

  rule(
    "are all four for the whole, sections and stories; Atom alone for live blogs and corrections",
    () => {
      const of = (form: string, ...more: string[]): string[] =>
        [...lists(), ...more].map((folder) => folder + form).sort();
      expect(found["feed.json"]).toEqual(of("feed.json"));
      expect(found["headlines.xml"]).toEqual(of("headlines.xml"));
      expect(found["atom.xml"]).toEqual(of("atom.xml", "corrections/", ...liveBlogs()));
    },
  );

  rule("Rule 1: are well-formed, and no text in them has a lone surrogate", async () => {
    const xml = [...found["atom.xml"], ...found["headlines.xml"], ...archive, "feeds.opml"];
    expect(await xmllint(printed.out, xml)).toBe("");
    for (const path of found["feed.json"])
      expect(readFileSync(join(printed.out, path), "utf8"), path).not.toMatch(
        /\\u(?:d[89a-f]|000[0-8]|fff[ef])/i,
      );
  });

  rule("Rule 2: are valid by the grammar of RFC 4287, and feedparser finds no fault", async () => {
    expect(await jing(printed.out, [...found["atom.xml"], ...archive])).toBe("");
    for (const [path, { lenient }] of headlines) expect(lenient.bozo, path).toBe(false);
    for (const [path, { version, items }] of json) {
      expect(version, path).toBe("https://jsonfeed.org/version/1.1");
      for (const item of items) expect(item.content_html, item.url).not.toBe("");
    }
  });

  rule(
    "Rules 3 and 9: have the newest change as their date, and dates of first publication",
    () => {
      for (const [path, feed] of [...atom, ...older]) {
        const changes = feed.entries.map(({ updated }) => Date.parse(updated ?? ""));
        const began = publication.articles.at(-1)?.instant;
        const newest = changes.length === 0 ? began : Math.max(...changes);
        expect(Date.parse(feed.updated ?? ""), path).toBe(newest);
        for (const { published, updated } of feed.entries)
          expect(Date.parse(published ?? ""), path).toBeLessThanOrEqual(Date.parse(updated ?? ""));
      }
    },
  );

  rule("Rule 5: are small enough for readers", () => {
    for (const path of [...Object.values(found).flat(), ...archive]) {
      expect(statSync(join(printed.out, path)).size, path).toBeLessThan(2_000_000);
    }
    for (const { entries } of [...atom.values(), ...older.values()])
      expect(entries.length).toBeLessThanOrEqual(50);
  });

  rule(
    "Rules 6, 7, 8, 9, 10, 15, 16 and 18: twins agree on ids, dates, order, names and text",
    () => {
      for (const folder of lists()) {
        const plain = (rss.get(`${folder}rss.xml`)?.strict.items ?? []).map((item) => ({
          id: item.guid,
          link: item.link,
          title: item.title,
          summary: shownText(item.description ?? ""),
          published: Date.parse(item.pubDate ?? ""),
          updated: Date.parse(item.updated ?? item.pubDate ?? ""),
          authors: item.creators,
          content: item.content,
          image: item.media[0]?.url,
        }));
        expect(new Set(plain.map(({ id }) => id)).size, folder).toBe(plain.length);
        expect(
          (atom.get(`${folder}atom.xml`)?.entries ?? []).map((entry) => ({
            id: entry.id,
            link: entry.link,
            title: entry.title,
            summary: entry.summary,
            published: Date.parse(entry.published ?? ""),
            updated: Date.parse(entry.updated ?? ""),
            authors: entry.authors,
            content: entry.content,
            image: entry.media[0],
          })),
          folder,
        ).toEqual(plain);
        expect(
          (json.get(`${folder}feed.json`)?.items ?? []).map((item) => ({
            id: item.id,
            link: item.url,
            title: item.title,
            summary: item.summary,
            published: Date.parse(item.date_published),
            updated: Date.parse(item.date_modified ?? item.date_published),
            authors: item.authors.map(({ name }) => name),
            content: item.content_html,
            image: item.image,
          })),
          folder,
        ).toEqual(plain);
        const short = headlines.get(`${folder}headlines.xml`)?.strict.items ?? [];
        expect(short.slice(0, plain.length).map(({ guid, title }) => [guid, title])).toEqual(
          plain.map(({ id, title }) => [id, title]),
        );
        expect(short.every(({ content }) => content === null)).toBe(true);
      }
    },
  );

  rule("Rules 11 and 12: tell who they are, and name their own public address once", () => {
    const self = (links: Record<string, string>[]): string[] =>
      links.flatMap(({ rel, href }) => (rel === "self" && href !== undefined ? [href] : []));
    for (const [path, { links, title, language }] of [...atom, ...older]) {
      expect(self(links), path).toEqual([home() + encodeURI(path)]);
      expect(title, path).toContain(publication.site.name);
      expect(language, path).toBe(publication.site.language);
    }
    for (const [path, { strict }] of headlines)
      expect(self(strict.links), path).toEqual([home() + encodeURI(path)]);
    for (const [path, feed] of json) {
      expect(feed.feed_url, path).toBe(home() + encodeURI(path));
      expect(feed.home_page_url, path).toBe(home() + encodeURI(folderOf(path)));
      expect(feed.language, path).toBe(publication.site.language);
    }
    const titles = [...headlines.values()].map(({ strict }) => strict.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  rule("Rule 14: lead back through the archive to the first article, without a gap", () => {
    const seen = (atom.get("atom.xml")?.entries ?? []).map(({ id }) => id);
    const pages: string[] = [];
    const previous = (links: Record<string, string>[]): string | undefined =>
      links.find(({ rel }) => rel === "prev-archive")?.["href"];
    const inRss = previous(rss.get("rss.xml")?.strict.links ?? []);
    let next = previous(atom.get("atom.xml")?.links ?? []);
    expect(inRss).toBe(next);
    while (next !== undefined) {
      const path = next.slice(home().length);
      const page = older.get(path);
      if (page === undefined) throw new Error(`${path} is no page of the archive.`);
      expect(page.isArchive, path).toBe(true);
      expect(page.links.find(({ rel }) => rel === "current")?.["href"]).toBe(`${home()}atom.xml`);
      pages.push(path);
      seen.push(...page.entries.map(({ id }) => id));
      next = previous(page.links);
    }
    expect(pages.toSorted()).toEqual(archive);
    const all = publication.articles.map(({ id }) => `urn:uuid:${id}`);
    // In the order of the whole, each once: no entry without its text takes the place of a whole one.
    expect(seen).toEqual(all);
  });

  rule("Rule 14: have in the archive what the feeds have, as far as it goes", () => {
    const known = new Map(
      publication.articles.map((article): [string, Article] => [`urn:uuid:${article.id}`, article]),
    );
    for (const { entries } of older.values()) {
      for (const { id, title, published, authors, summary } of entries) {
        const article = known.get(id ?? "");
        if (article === undefined) throw new Error(`${String(id)} is no article.`);
        const wanted = expectedItem(article, publication);
        expect({ title, authors, summary }).toEqual({
          title: wanted.title,
          authors: wanted.creators,
          summary: article.description,
        });
        expect(Date.parse(published ?? "")).toBe(Date.parse(wanted.pubDate));
      }
    }
  });

  rule("have every correction, with its note and the way to it", () => {
    const corrections = correctionsOf(publication.articles).slice(0, 50);
    const entries = atom.get("corrections/atom.xml")?.entries ?? [];
    expect(
      entries.map(({ title, link, published, updated }) => [title, link, published, updated]),
    ).toEqual(
      corrections.map(({ article, correction }) => {
        const date = new Date(correction.instant).toISOString();
        const link = `${home()}${article.path.slice(1)}#page-corrections`;
        return [article.title, link, date, date];
      }),
    );
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    entries.forEach(({ content, id }, at) => {
      expect(content).toMatch(/^<p>.*<\/p>$/s);
      expect(shownText(content ?? "")).toBe(corrections[at]?.correction.note);
      expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5/);
    });
  });

  rule("have every update of a live blog, newest first, with the way to it", () => {
    for (const article of publication.articles.filter(hasUpdatesFeed)) {
      const path = article.path.slice(1);
      const page = elementsOf(readFileSync(join(printed.out, path, "index.html"), "utf8"));
      const ids = new Set(page.map((element) => property(element, "id")));
      const updates = (article.metadata.updates ?? []).slice(0, 50);
      const entries = atom.get(`${path}atom.xml`)?.entries ?? [];
      expect(entries.map(({ link, published }) => [link, Date.parse(published ?? "")])).toEqual(
        updates.map(({ id, instant }) => [`${home()}${path}#${id}`, instant]),
      );
      for (const { id } of updates) expect(ids, id).toContain(id);
      for (const { title, content } of entries) {
        expect(title).not.toBe("");
        expect(shownText(content ?? "")).not.toBe("");
      }
      const linked = page.map((element) => property(element, "href"));
      expect(linked).toContain(publication.site.base + encodeURI(`${path}atom.xml`));
    }
  });

  rule(
    "Rule 24: are all linked on /feeds/, and everything that can be followed is in the OPML once",
    () => {
      const all = Object.values(found).flat();
      const page = readFileSync(join(printed.out, "feeds/index.html"), "utf8");
      const { base } = publication.site;
      const linked = elementsOf(page).flatMap((element) => {
        const type = property(element, "type");
        const isFeed = element.tagName === "a" && type !== undefined && type !== "text/x-opml";
        return isFeed ? [decodeURI((property(element, "href") ?? "").slice(base.length))] : [];
      });
      expect(linked.sort()).toEqual(all.sort());
      const opml = readFileSync(join(printed.out, "feeds.opml"), "utf8");
      const listed = [...opml.matchAll(/xmlUrl="([^"]*)"/g)].map(([, url = ""]) =>
        decodeURI(url.slice(home().length)),
      );
      const atomOnly = ["corrections/", ...liveBlogs()].map((folder) => `${folder}atom.xml`);
      expect(listed.sort()).toEqual([...found["rss.xml"], ...atomOnly].sort());
    },
  );

  rule("are taken by newsboat, sfeed and rss2email in every form as in RSS", async () => {
    const files = new Map(
      ["atom.xml", "headlines.xml"].map((path) => [path, join(printed.out, path)] as const),
    );
    const wanted = (rss.get("rss.xml")?.strict.items ?? []).map(
      ({ guid, pubDate }) => `${guid} ${Date.parse(pubDate ?? "") / 1000}`,
    );
    const boat = await newsboat();
    const kept = await boat.visit(new Map([...files].slice(0, 1)));
    boat.remove();
    expect(kept.map(({ guid, date }) => `${guid} ${date}`).sort()).toEqual(wanted.toSorted());
    const post = await rss2email();
    const letters = Map.groupBy(post.visit(files), ({ feed }) => feed);
    post.remove();
    for (const path of files.keys()) {
      const seen = await sfeed(printed.out, path);
      expect(seen.map(({ id, date }) => `${id} ${date}`).slice(0, wanted.length)).toEqual(wanted);
      const sent = (letters.get(path) ?? []).map(({ id, date }) => `${id} ${date}`);
      expect(sent.sort()).toEqual(seen.map(({ id, date }) => `${id} ${date}`).sort());
    }
  });
});
