import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addresses } from "../../src/urls/hrefs.ts";
import { sharedTitle } from "../../src/site/label-note.ts";
import { messagesFor } from "../../src/i18n/languages.ts";
import { lastChange } from "../../src/domain/article.ts";
import type { Article, ArticleKind } from "../../src/domain/article.ts";
import { isoWithOffset } from "../../src/domain/dates.ts";
import type { Publication } from "../../src/domain/publication.ts";
import { corpusIsMissing } from "./corpus.ts";
import { indexOf } from "./feeds/expected-feeds.ts";
import { readFeeds, xmllint } from "./feeds/readers.ts";
import { isJsonLd } from "./pages/addresses.ts";
import { elementsOf, ownText, property } from "./pages/elements.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt } from "./checkout-commands.ts";
import { printedCorpus, printedDemo } from "./printed.ts";
import type { Printed } from "./printed.ts";
import { makeImage, writeContent } from "./publication.ts";

if (corpusIsMissing !== false) console.log(`Skipped for the archive: ${corpusIsMissing}.`);

/** What schema.org calls each kind of article. */
const SUBTYPES: Record<ArticleKind, string> = {
  news: "NewsArticle",
  analysis: "AnalysisNewsArticle",
  opinion: "OpinionNewsArticle",
  review: "ReviewNewsArticle",
  interview: "NewsArticle",
  explainer: "BackgroundNewsArticle",
  live: "LiveBlogPosting",
  sponsored: "AdvertiserContentArticle",
};

const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

/** The structured data of an article, as far as it is looked at here. */
interface ArticleData {
  "@type": string;
  headline: string;
  image: string[];
  datePublished: string;
  dateModified: string;
  genre?: string;
  wordCount?: number;
  inLanguage: string;
  sponsor?: { name: string };
  author: { "@type": string; name: string; url: string }[];
  publisher: { "@type": string; name: string; url: string; logo: { url: string } };
  coverageStartTime?: string;
  coverageEndTime?: string;
  liveBlogUpdate?: {
    "@type": string;
    url: string;
    headline: string;
    datePublished: string;
    articleBody: string;
    author: { name: string; url: string }[];
  }[];
  correction?: { "@type": string; text: string; datePublished: string }[];
}

/** The head of a page and the dates that it shows. */
interface Read {
  data: Record<string, unknown>[];
  scripts: number;
  /** Contents of `<meta>`, by property or name, in order. */
  metas: Map<string, string[]>;
  canonical: string | undefined;
  /** Languages that the elements named state, by name. */
  languages: Record<"html" | "title" | "body", string | undefined>;
  isMoved: boolean;
  /** `datetime` of each `<time>` in the head of the article. */
  times: string[];
}

function readPage(file: string): Read {
  const elements = elementsOf(readFileSync(file, "utf8"));
  const metas = new Map<string, string[]>();
  for (const element of elements.filter(({ tagName }) => tagName === "meta")) {
    const name = property(element, "property") ?? property(element, "name") ?? "";
    metas.set(name, [...(metas.get(name) ?? []), property(element, "content") ?? ""]);
  }
  const head = elements.findIndex(({ properties }) =>
    [properties["className"]].flat().includes("preamble"),
  );
  const all = elements.filter(isJsonLd);
  const languageOf = (name: string): string | undefined =>
    elements.filter(({ tagName }) => tagName === name).map((one) => property(one, "lang"))[0];
  return {
    data: all.flatMap(
      (script) =>
        (JSON.parse(ownText(script)) as { "@graph": Record<string, unknown>[] })["@graph"],
    ),
    scripts: elements.filter(({ tagName }) => tagName === "script").length - all.length,
    metas,
    canonical: elements
      .filter((element) => property(element, "rel") === "canonical")
      .map((element) => property(element, "href") ?? "")[0],
    languages: {
      html: languageOf("html"),
      title: languageOf("title"),
      body: languageOf("body"),
    },
    isMoved: elements.some((element) => property(element, "httpEquiv") === "refresh"),
    times:
      head === -1
        ? []
        : elements
            .slice(head)
            .filter(({ tagName }) => tagName === "time")
            .map((element) => property(element, "dateTime") ?? ""),
  };
}

/** Entries of a sitemap in the order in which they stand. */
function entriesOf(xml: string): { loc: string; lastmod: string | undefined }[] {
  return [...xml.matchAll(/<(url|sitemap)>([^]*?)<\/\1>/g)].map(([, , entry = ""]) => ({
    loc:
      /<loc>([^<]*)<\/loc>/
        .exec(entry)?.[1]
        ?.replace(/&apos;/g, "'")
        .replace(/&amp;/g, "&") ?? "",
    lastmod: /<lastmod>([^<]*)<\/lastmod>/.exec(entry)?.[1],
  }));
}

describe.each([
  { name: "the demonstration", print: printedDemo, missing: false as string | false },
  { name: "a real archive", print: printedCorpus, missing: corpusIsMissing },
])("what search engines and share cards are told of $name", ({ print, missing }) => {
  let printed: Printed;
  let publication: Publication;
  const pages = new Map<string, Read>();
  beforeAll(async () => {
    if (missing !== false) return;
    printed = await print();
    publication = await indexOf(printed);
    for (const { path } of publication.articles)
      pages.set(path, readPage(join(printed.out, path, "index.html")));
  });
  const rule = missing === false ? test : test.skip;
  const home = (): string => publication.site.origin + publication.site.base.replace(/\/$/, "");
  /** The file of the bundle that an address names. */
  const fileOf = (address: string): string => {
    expect(address.startsWith(`${home()}/`), address).toBe(true);
    const path = decodeURI(address.slice(home().length));
    return join(printed.out, path.endsWith("/") ? `${path}index.html` : path);
  };
  const every = async (
    check: (article: Article, page: Read, data: ArticleData) => void | Promise<void>,
  ): Promise<void> => {
    expect(publication.articles.length).toBeGreaterThan(5);
    for (const article of publication.articles) {
      const page = pages.get(article.path);
      if (page === undefined) throw new Error(`${article.path} was not read.`);
      await check(article, page, page.data[0] as unknown as ArticleData);
    }
  };
  const sizes = new Map<string, { width: number; height: number }>();
  const sizeOf = async (address: string): Promise<{ width: number; height: number }> => {
    const known = sizes.get(address);
    if (known !== undefined) return known;
    const { width, height } = await sharp(fileOf(address)).metadata();
    sizes.set(address, { width, height });
    return { width, height };
  };
  const time = (instant: number): string => isoWithOffset(instant, publication.site.timezone);

  rule("Rule 25: an article is told with its subtype, headline, authors and publisher", () =>
    every((article, _page, data) => {
      expect(data["@type"], article.path).toBe(SUBTYPES[article.kind]);
      expect(data.headline, article.path).toBe(article.title);
      expect(data.author, article.path).toEqual(
        article.authors.map((slug) => ({
          "@type": publication.authors[slug]?.is === "desk" ? "Organization" : "Person",
          name: publication.authors[slug]?.name,
          url: home() + encodeURI(addresses.author(slug)),
        })),
      );
      for (const { url } of data.author) expect(existsSync(fileOf(url)), url).toBe(true);
      expect(data.publisher, article.path).toMatchObject({
        "@type": "NewsMediaOrganization",
        name: publication.site.name,
        url: `${home()}/`,
      });
      expect(existsSync(fileOf(data.publisher.logo.url))).toBe(true);
    }),
  );

  rule("Rule 25: its pictures are in the bundle, 1:1, 4:3 and 16:9", () =>
    every(async ({ path }, _page, { image }) => {
      expect(image.length, path).toBe(3);
      for (const [index, ratio] of [1, 4 / 3, 16 / 9].entries()) {
        const { width, height } = await sizeOf(image[index] ?? "");
        expect(Math.abs(width - height * ratio), image[index]).toBeLessThanOrEqual(ratio);
        expect(width * height, image[index]).toBeGreaterThanOrEqual(50_000);
      }
    }),
  );

  rule("Rule 25: its dates are those of the page, in the publication's time zone", () =>
    every((article, { times }, { datePublished, dateModified }) => {
      expect(datePublished, article.path).toMatch(WITH_OFFSET);
      expect(dateModified, article.path).toMatch(WITH_OFFSET);
      expect(datePublished, article.path).toBe(time(article.instant));
      expect(dateModified, article.path).toBe(time(lastChange(article)));
      const [published = "none", ...changed] = times;
      expect(datePublished.startsWith(published), `${article.path} ${published}`).toBe(true);
      if (!article.timed) expect(datePublished, article.path).toContain("T00:00:00");
      if (lastChange(article) > article.instant)
        expect(
          changed.some((one) => dateModified.startsWith(one)),
          article.path,
        ).toBe(true);
    }),
  );

  rule("Rule 25: its dates are those of the feed", async () => {
    const feeds = await readFeeds(printed.out, ["rss.xml"]);
    const items = feeds.get("rss.xml")?.strict.items ?? [];
    expect(items.length).toBeGreaterThan(5);
    for (const { link, pubDate, updated } of items) {
      const { datePublished, dateModified } = readPage(fileOf(link ?? ""))
        .data[0] as unknown as ArticleData;
      expect(Date.parse(pubDate ?? ""), link ?? "").toBe(Date.parse(datePublished));
      expect(Date.parse(updated ?? pubDate ?? ""), link ?? "").toBe(Date.parse(dateModified));
    }
  });

  rule("Rule 25: a live blog is told update by update, as the page shows them", () =>
    every((article, { times }, data) => {
      const { updates } = article.metadata;
      if (updates === undefined) {
        expect(data.liveBlogUpdate, article.path).toBeUndefined();
        return;
      }
      const address = home() + encodeURI(article.path);
      expect(data.coverageStartTime).toBe(data.datePublished);
      expect(data.coverageEndTime).toBe(
        article.ended === undefined ? undefined : time(article.ended),
      );
      expect(data.liveBlogUpdate?.map(({ url, datePublished }) => [url, datePublished])).toEqual(
        updates.map(({ id, instant }) => [`${address}#${id}`, time(instant)]),
      );
      for (const update of data.liveBlogUpdate ?? []) {
        expect(update["@type"]).toBe("BlogPosting");
        expect(update.headline).not.toBe("");
        expect(update.articleBody.length).toBeGreaterThan(10);
        expect(existsSync(fileOf(update.author[0]?.url ?? ""))).toBe(true);
        expect(times).toContain(update.datePublished);
      }
    }),
  );

  rule("Rule 25: nothing is told that is empty or not known", () =>
    every((article, _page, data) => {
      const { wordCount } = data;
      expect(wordCount, article.path).toBe(
        article.metadata.words === 0 ? undefined : article.metadata.words,
      );
      expect(JSON.stringify(data), article.path).not.toMatch(/:(?:""|0|null|\[\]|\{\})[,}]/);
    }),
  );

  rule(
    "Rule 25: a sponsored piece names who paid, and every label is the one that readers see",
    () =>
      every((article, _page, data) => {
        const { kinds } = messagesFor(publication.site);
        expect(data.genre, article.path).toBe(
          article.kind === "live" ? undefined : kinds[article.kind],
        );
        expect(data.sponsor?.name, article.path).toBe(article.sponsor);
      }),
  );

  rule(
    "Rule 26: a page is in the language of its article, and what stands around it in the paper's",
    () =>
      every((article, { languages }, data) => {
        const paper = publication.site.language;
        const { language = paper } = article;
        expect(data.inLanguage, article.path).toBe(language);
        expect(languages, article.path).toEqual(
          language === paper
            ? { html: paper, title: undefined, body: undefined }
            : { html: language, title: language, body: paper },
        );
      }),
  );

  rule("Rule 25: its corrections are told as corrections", () =>
    every((article, _page, { correction = [] }) => {
      expect(correction, article.path).toEqual(
        article.corrections.map(({ note, instant }) => ({
          "@type": "CorrectionComment",
          text: note,
          datePublished: time(instant),
        })),
      );
    }),
  );

  rule("Rule 26: an article has a card, a canonical address and leave for large pictures", () =>
    every(async (article, { metas, canonical }, { datePublished }) => {
      const url = home() + encodeURI(article.path);
      const one = (name: string): string => {
        const found = metas.get(name) ?? [];
        expect(found.length, `${article.path} ${name}`).toBe(1);
        return found[0] ?? "";
      };
      expect(canonical, article.path).toBe(article.canonical ?? url);
      expect(one("og:title")).toBe(sharedTitle(article, messagesFor(publication.site)));
      expect(one("og:type")).toBe("article");
      expect(one("og:url")).toBe(url);
      expect(one("og:site_name")).toBe(publication.site.name);
      expect(one("og:image:alt")).not.toBe("");
      expect(one("twitter:image:alt")).toBe(one("og:image:alt"));
      expect([...metas.keys()].filter((name) => name.startsWith("og:image"))).toEqual(
        ["", ":type", ":width", ":height", ":alt"].map((detail) => `og:image${detail}`),
      );
      expect(metas.get("author"), article.path).toEqual(
        article.authors.map((slug) => publication.authors[slug]?.name),
      );
      expect(one("article:published_time")).toBe(datePublished);
      expect(metas.get("article:author")).toEqual(
        article.authors.map((slug) => home() + encodeURI(addresses.author(slug))),
      );
      expect(one("twitter:card")).toBe("summary_large_image");
      expect(one("robots")).toBe("max-image-preview:large");
      const { width, height } = await sizeOf(one("og:image"));
      expect(width, article.path).toBeGreaterThanOrEqual(1200);
      expect([one("og:image:width"), one("og:image:height")]).toEqual([`${width}`, `${height}`]);
    }),
  );

  rule(
    "Rule 27: sitemaps are well-formed and hold every page that may be listed, once",
    async () => {
      const index = entriesOf(readFileSync(join(printed.out, "sitemap.xml"), "utf8"));
      const files = [
        "sitemap.xml",
        "sitemap-news.xml",
        ...globSync("sitemaps/*.xml", { cwd: printed.out }),
      ];
      expect(await xmllint(printed.out, files)).toBe("");
      expect(index.map(({ loc }) => fileOf(loc)).sort()).toEqual(
        globSync("sitemaps/*.xml", { cwd: printed.out })
          .map((file) => join(printed.out, file))
          .sort(),
      );
      const listed = index.flatMap(({ loc }) => entriesOf(readFileSync(fileOf(loc), "utf8")));
      const wanted: string[] = [];
      for (const file of globSync("**/*.html", { cwd: printed.out })) {
        const { canonical, metas, isMoved } = readPage(join(printed.out, file));
        const address = `${home()}/${encodeURI(file.replace(/index\.html$/, ""))}`;
        const isOwn = canonical === address && !isMoved;
        if (isOwn && metas.get("robots")?.includes("noindex") !== true) wanted.push(address);
      }
      expect(wanted.length).toBeGreaterThan(publication.articles.length);
      expect(listed.map(({ loc }) => loc).sort()).toEqual(wanted.sort());
      for (const name of ["404.html", "search/", ...publication.takedowns.map(({ path }) => path)])
        expect(listed.filter(({ loc }) => loc.endsWith(`/${name}`))).toEqual([]);
    },
  );

  rule(
    "Rule 27: an article's last change is the one that its page tells, and the index tells the newest",
    () => {
      const index = entriesOf(readFileSync(join(printed.out, "sitemap.xml"), "utf8"));
      const dated = new Map<string, string>();
      for (const { loc, lastmod } of index) {
        const entries = entriesOf(readFileSync(fileOf(loc), "utf8"));
        const changes = entries.flatMap((entry) => entry.lastmod ?? []);
        const newest = changes.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
        expect(lastmod, loc).toBe(newest);
        for (const entry of entries)
          if (entry.lastmod !== undefined) dated.set(entry.loc, entry.lastmod);
      }
      for (const [path, { data }] of pages) {
        const { dateModified } = data[0] as unknown as ArticleData;
        if (publication.articles.find((article) => article.path === path)?.canonical === undefined)
          expect(dated.get(home() + encodeURI(path)), path).toBe(dateModified);
      }
    },
  );

  rule(
    "Rule 27: a news sitemap long after the last article has no news, and an address all the same",
    () => {
      expect(readFileSync(join(printed.out, "sitemap-news.xml"), "utf8")).toMatch(
        /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<urlset [^<]*sitemap-news\/0\.9">\n<url><loc>[^<]+\/<\/loc><\/url>\n<\/urlset>\n$/,
      );
    },
  );

  rule("Rule 27: robots.txt names both sitemaps", () => {
    expect(readFileSync(join(printed.out, "robots.txt"), "utf8")).toBe(
      `User-agent: *\nAllow: /\n\nSitemap: ${home()}/sitemap.xml\nSitemap: ${home()}/sitemap-news.xml\n`,
    );
  });
});

describe("what search engines are told of a publication with hard cases", () => {
  const HOSTILE = `</script><script src="/x.js"></script><!-- "Tide" & 'ebb' \u2028 <script>`;
  const base = mkdtempSync(join(tmpdir(), "stet-seo-"));
  const out = join(base, "out");
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  beforeAll(async () => {
    const content = join(base, "content");
    const article = (file: string, date: string, rest = "", title = file): void =>
      writeContent(
        content,
        `articles/${file}.md`,
        `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(HOSTILE)}\ncategory: news\nauthor: [ada, night-desk]\ndate: ${date}\n${rest}---\n\nText.\n`,
      );
    writeContent(
      content,
      "site.yaml",
      `name: "O'Hara's & Sons"\nurl: https://paper.example/paper\ndescription: ${JSON.stringify(HOSTILE)}\nlanguage: en-GB\ntimezone: Europe/London\npublic: [public/robots.txt]\n`,
    );
    writeContent(content, "categories/news.yaml", `title: ${JSON.stringify(HOSTILE)}\n`);
    writeContent(content, "authors/ada.yaml", `name: ${JSON.stringify(HOSTILE)}\n`);
    writeContent(content, "authors/night-desk.yaml", "name: Night desk\nis: desk\n");
    writeContent(content, "public/robots.txt", "User-agent: *\nDisallow: /private/\n");
    writeContent(content, "articles/2024/06/small.png", await makeImage(1));
    article(
      "2024/06/hostile",
      "2024-06-10T11:00:00+01:00",
      `kind: opinion\nimage: { src: ./small.png, alt: A small picture }\ncorrections:\n  - date: 2024-06-10T12:00:00Z\n    note: ${JSON.stringify(HOSTILE)}\n`,
      HOSTILE,
    );
    article("2024/06/almost-old", "2024-06-08T12:00:01Z");
    article("2024/06/old", "2024-06-08T12:00:00Z");
    article("2024/06/to-come", "2024-06-10T12:00:01Z");
    article("2024/06/advertisement", "2024-06-10", "kind: sponsored\n");
    article("2024/06/from-elsewhere", "2024-06-10", "canonical: https://agency.example/a\n");
    article("2024/05/taken-down", "2024-05-10");
    writeContent(
      content,
      "redirects.yaml",
      "moved: { /before/: articles/2024/06/old.md }\ngone:\n  articles/2024/05/taken-down.md: { date: 2024-06-01 }\n",
    );
    assertBuilt(
      await checkoutOf("seo").build({
        content,
        out,
        cache: join(base, "cache"),
        now: "2024-06-10T12:00:00Z",
      }),
    );
  });

  test("Rule 25: texts that look like markup come back whole and bring no script", () => {
    const { data, scripts, metas } = readPage(join(out, "2024/06/hostile/index.html"));
    expect(scripts).toBe(readPage(join(out, "2024/06/old/index.html")).scripts);
    expect(data[0]).toMatchObject({
      "@type": "OpinionNewsArticle",
      headline: HOSTILE,
      description: HOSTILE,
      articleSection: HOSTILE,
      author: [
        { "@type": "Person", name: HOSTILE },
        { "@type": "Organization", name: "Night desk" },
      ],
      correction: [{ text: HOSTILE, datePublished: "2024-06-10T13:00:00+01:00" }],
      datePublished: "2024-06-10T11:00:00+01:00",
      dateModified: "2024-06-10T13:00:00+01:00",
    });
    expect(metas.get("og:title")).toEqual([HOSTILE]);
    expect(metas.get("article:section")).toEqual([HOSTILE]);
  });

  test("Rule 26: a picture that is too small for a card is not blown up for one", async () => {
    const { metas } = readPage(join(out, "2024/06/hostile/index.html"));
    const address = metas.get("og:image")?.[0] ?? "";
    expect(metas.get("og:image")).toEqual(
      readPage(join(out, "2024/06/old/index.html")).metas.get("og:image"),
    );
    const file = join(out, address.replace("https://paper.example/paper/", ""));
    expect(await sharp(file).metadata()).toMatchObject({ width: 1200, height: 630 });
  });

  test("Rule 27: the news sitemap holds the news of 48 hours, in English without a territory", async () => {
    expect(await xmllint(out, ["sitemap-news.xml"])).toBe("");
    const xml = readFileSync(join(out, "sitemap-news.xml"), "utf8");
    expect(entriesOf(xml).map(({ loc }) => loc)).toEqual([
      "https://paper.example/paper/2024/06/hostile/",
      "https://paper.example/paper/2024/06/almost-old/",
    ]);
    const languages = [...xml.matchAll(/<news:language>(.*?)<\/news:language>/g)];
    expect(languages.map(([, language]) => language)).toEqual(["en", "en"]);
    expect(xml).toContain(
      "<news:publication_date>2024-06-10T11:00:00+01:00</news:publication_date>",
    );
  });

  test("Rule 27: sitemaps leave out what was taken down, has moved, is to come or is from elsewhere", () => {
    const all = globSync("sitemap{.xml,s/*.xml}", { cwd: out })
      .map((file) => readFileSync(join(out, file), "utf8"))
      .join("");
    expect(all).toContain("/paper/2024/06/advertisement/");
    for (const path of ["taken-down", "before", "to-come", "from-elsewhere", "404", "search"])
      expect(all).not.toContain(path);
    // A month of which nothing is left has no sitemap.
    expect(all).not.toContain("2024-05");
  });

  test("Rule 27: a robots.txt of the publication's own takes the place of ours", () => {
    expect(readFileSync(join(out, "robots.txt"), "utf8")).toBe(
      "User-agent: *\nDisallow: /private/\n",
    );
  });
});
