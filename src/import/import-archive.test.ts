import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { WORKERS_HERE } from "../workers/worker.ts";
import type { Worker, Workers } from "../workers/worker.ts";
import { ArchiveError } from "./archive.ts";
import type { Archive, ArchiveBody, ArchiveFile, ArchiveReader, ArchiveText } from "./archive.ts";
import type { ConvertedText, ConvertOrder } from "./convert-work.ts";
import { importArchive } from "./import-archive.ts";
import type { ImportOptions } from "./import-archive.ts";
import { NO_MAP } from "./import-map.ts";

const base = mkdtempSync(join(tmpdir(), "stet-import-archive-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let out = "";
let runs = 0;
beforeEach(() => {
  runs += 1;
  out = join(base, String(runs), "content");
});

const OLD = "https://old.example";

function post(key: string, slug: string, more: Partial<ArchiveText> = {}): ArchiveText {
  return {
    key,
    origin: { file: "export.xml", line: Number(key) },
    kind: "article",
    title: `Title ${key}`,
    slug,
    state: "public",
    date: "2012-01-04T10:00:00+01:00",
    authors: ["ada"],
    terms: ["news"],
    addresses: [`${OLD}/2012/01/04/${slug}/`, `${OLD}/?p=${key}`],
    feedId: `${OLD}/?p=${key}`,
    ...more,
  };
}

const PICTURE = join(base, "pier.svg");
writeFileSync(
  PICTURE,
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>',
);
const BROKEN = join(base, "broken.jpg");
writeFileSync(BROKEN, "no picture");

const TEXTS: [ArchiveText, string][] = [
  [
    post("1", "pier", {
      title: "The pier: “closed”",
      modified: "2012-02-01T09:00:00+01:00",
      excerpt: "A pier closes.",
      seo: { title: "Pier closed | Old", description: "A pier closes." },
      image: { file: "pier" },
      isPinned: true,
    }),
    `<p>See <a href="/2012/01/04/quay/#top">the quay</a>, <a href="${OLD}/?p=2">again</a>, <a href="/shop/">the shop</a>.</p>
<p><img src="${OLD}/up/pier.svg" alt=""></p><p>{braces} &lt;b&gt;</p>`,
  ],
  [
    post("2", "quay", { state: "draft", why: "has a password", addresses: [`${OLD}/?p=2`] }),
    "<p>Quay.</p>",
  ],
  [post("3", "pier", { date: "2012-01-20", feedId: `${OLD}/?p=1` }), "<p>Another pier.</p>"],
  [post("4", "", { title: "", authors: [], terms: [], addresses: [] }), "<p>No title at all.</p>"],
  [
    post("5", "news", { kind: "page", addresses: [`${OLD}/about/news/`], title: "About news" }),
    `<p><a href="${OLD}/up/broken.jpg">A picture</a></p>`,
  ],
];

const ARCHIVE: Archive = {
  site: { title: "The Old Paper", description: "News.", url: `${OLD}/`, language: "en_GB" },
  authors: [{ key: "ada", name: "Ada", slug: "ada", addresses: [`${OLD}/author/ada/`] }],
  terms: [
    {
      key: "news",
      kind: "category",
      name: "News",
      slug: "news",
      addresses: [`${OLD}/category/news/`],
    },
  ],
  texts: TEXTS.map(([text]) => text),
  files: [
    {
      key: "pier",
      addresses: [`${OLD}/up/pier.svg`],
      source: PICTURE,
      target: { public: "up/pier.svg" },
    },
    {
      key: "broken",
      addresses: [`${OLD}/up/broken.jpg`],
      source: BROKEN,
      target: { public: "up/broken.jpg" },
    },
    { key: "lost", addresses: [`${OLD}/up/lost.jpg`], target: { public: "up/lost.jpg" } },
  ],
  menus: [
    {
      name: "Main",
      items: [
        { label: "News", href: "/category/news/" },
        { label: "Shop", href: "/shop/" },
        { label: "Else", href: "https://else.example/" },
      ],
    },
  ],
  redirects: [{ from: "/old-pier/", to: "/2012/01/04/pier/" }],
  leftOut: [{ kind: "revision", key: "9", title: "Pier", why: "Revisions are not imported." }],
  used: { post: 4, page: 1 },
};

const COMMENT = { id: "1", author: "Eve", date: "2012-01-05T00:00:00Z", text: "Hm." };

function reader(changes: Partial<ArchiveReader> = {}, texts = TEXTS): ArchiveReader {
  async function* bodies(): AsyncGenerator<ArchiveBody> {
    for (const [{ key }, body] of texts)
      yield await Promise.resolve({
        key,
        body,
        comments: key === "1" || key === "5" ? [COMMENT] : [],
      });
  }
  return {
    system: "wordpress",
    read: () => Promise.resolve(ARCHIVE),
    bodies,
    count: () => Promise.resolve({ post: 4, page: 1, revision: 1 }),
    ...changes,
  };
}

function run(from = reader(), more: Partial<ImportOptions> = {}) {
  const options = { out, map: NO_MAP, force: false, dryRun: false, workers: WORKERS_HERE };
  return importArchive(from, { ...options, onProgress: () => undefined, ...more });
}

/** Every file of the folder but the ledger and the record, by path. */
function files(): Record<string, string> {
  const all = readdirSync(out, { recursive: true, withFileTypes: true, encoding: "utf8" });
  return Object.fromEntries(
    all
      .filter((entry) => entry.isFile() && !entry.parentPath.includes(".import"))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file): [string, string] => [file.slice(out.length + 1), readFileSync(file, "utf8")])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const shown = (of: Record<string, string>): string =>
  Object.entries(of)
    .map(([path, text]) => `=== ${path}\n${text}`)
    .join("");

describe("an import", () => {
  test("writes a content folder", async () => {
    const { change } = await run();
    expect(shown(files())).toMatchSnapshot();
    expect(change?.kept).toEqual([]);
  });

  test("has a ledger that says what became of everything", async () => {
    const { ledger } = await run();
    expect(ledger.totals).toEqual([
      { kind: "page", inArchive: 1, imported: 1, leftOut: 0 },
      { kind: "post", inArchive: 4, imported: 4, leftOut: 0 },
      { kind: "revision", inArchive: 1, imported: 0, leftOut: 1 },
    ]);
    expect(ledger.files.map(({ key, file, why, uses }) => [key, file ?? why, uses])).toEqual([
      ["pier", "public/up/pier.svg", 2],
      ["broken", expect.stringMatching(/./), 0],
      ["lost", "its bytes were not found", 0],
    ]);
    expect(ledger.comments).toEqual({
      imported: 1,
      leftOut: [{ text: "5", id: "1", why: expect.stringContaining("page") as string }],
    });
    expect(ledger.texts.map(({ key, notes }) => [key, notes])).toMatchSnapshot();
    expect(readFileSync(join(out, ".import/ledger.html"), "utf8")).toMatchSnapshot();
    expect(JSON.parse(readFileSync(join(out, ".import/ledger.json"), "utf8"))).toEqual(ledger);
  });

  test("leads nothing to what somebody removed since", async () => {
    await run();
    expect(files()["redirects.yaml"]).toContain("/news-2/");
    rmSync(join(out, "pages/news-2.mdx"));
    const { change } = await run();
    expect(change?.kept).toEqual(["pages/news-2.mdx"]);
    expect(files()["redirects.yaml"]).not.toContain("/news-2/");
    await run(reader(), { force: true });
    expect(files()["redirects.yaml"]).toContain("/news-2/");
  });

  test("counts comments that become none as left out", async () => {
    const read = () => Promise.resolve({ ...ARCHIVE, used: { ...ARCHIVE.used, comment: 2 } });
    const count = () => Promise.resolve({ post: 4, page: 1, revision: 1, comment: 2 });
    const { ledger } = await run(reader({ read, count }));
    expect(ledger.totals[0]).toEqual({ kind: "comment", inArchive: 2, imported: 1, leftOut: 1 });
  });

  test("leads nowhere from pages of files that belong to drafts, and says what is in their place", async () => {
    const [pier, ...others] = ARCHIVE.files as [ArchiveFile, ...ArchiveFile[]];
    const secret: ArchiveFile = {
      ...pier,
      key: "secret",
      isOfDraft: true,
      addresses: [`${OLD}/up/secret.svg`, `${OLD}/secret/pier/`, `${OLD}/?attachment_id=12`],
      target: { public: "up/secret.svg" },
    };
    const open = { ...pier, addresses: [...pier.addresses, `${OLD}/open/pier/`] };
    const own: typeof TEXTS = [
      [post("1", "secret", { state: "draft", addresses: [`${OLD}/secret/`] }), "<p>a</p>"],
      [post("2", "open", { addresses: [`${OLD}/Open/`] }), "<p>b</p>"],
      [
        post("3", "else", { addresses: [`${OLD}/open/`, `${OLD}/2012/`, `${OLD}/2012/01/else/`] }),
        "<p>c</p>",
      ],
    ];
    const texts = own.map(([text]) => text);
    const { ledger } = await run(
      reader(
        { read: () => Promise.resolve({ ...ARCHIVE, texts, files: [open, secret, ...others] }) },
        own,
      ),
    );
    const redirects = readFileSync(join(out, "redirects.yaml"), "utf8");
    expect(redirects).toContain("/open/pier/");
    expect(redirects).not.toMatch(/secret|\/p\/12/);
    const { file, why } = ledger.files.find(({ key }) => key === "secret") ?? {};
    expect([file, why]).toEqual([undefined, "it belongs to a draft, and no text shows it"]);
    expect(ledger.texts[2]?.notes.map(({ what }) => what)).toEqual([
      "An old address of it leads to something else here, and not to it: /open/",
      "An old address of it leads to something else here, and not to it: /2012/",
    ]);
  });

  test("puts what only drafts show beside them, where nobody else can load it", async () => {
    const [pier] = ARCHIVE.files as [ArchiveFile];
    const image = (name: string): ArchiveFile => ({
      ...pier,
      key: name,
      addresses: [`${OLD}/up/${name}`],
      target: { public: `up/${name}` },
    });
    const shown = (name: string): string => `<p><img src="${OLD}/up/${name}" alt="A"></p>`;
    const own: typeof TEXTS = [
      [
        post("1", "secret", { state: "draft", image: { file: "a.svg" } }),
        shown("a.svg") + shown("both.svg") + shown("a.svg.svg"),
      ],
      [post("2", "open"), shown("both.svg")],
      [post("3", "other", { state: "draft" }), shown("a.svg")],
    ];
    const names = ["a.svg", "both.svg", "a.svg.svg"];
    const read = () =>
      Promise.resolve({ ...ARCHIVE, texts: own.map(([text]) => text), files: names.map(image) });
    await run(reader({ read }, own));
    const written = files();
    expect(Object.keys(written).filter((path) => path.endsWith(".svg"))).toEqual([
      "articles/2012/01/other-a.svg",
      "articles/2012/01/secret-a.svg",
      "articles/2012/01/secret-a.svg.svg",
      "public/up/both.svg",
    ]);
    const draft = written["articles/2012/01/secret.mdx"];
    expect(draft).toContain("src: ./secret-a.svg\n");
    expect(draft).toContain("![A](./secret-a.svg)");
    expect(draft).toContain("![A](./secret-a.svg.svg)");
    expect(draft).toContain("![A](/up/both.svg)");
    expect(written["articles/2012/01/other.mdx"]).toContain("![A](./other-a.svg)");
  });

  test("gives texts the same names whatever their order", async () => {
    const own: typeof TEXTS = [
      [post("10", "pier", { date: "2012-01-04" }), "<p>ten</p>"],
      [post("9", "pier", { date: "2012-01-04" }), "<p>nine</p>"],
      [post("8", "pier", { date: "2012-01-02", state: "draft" }), "<p>eight</p>"],
      [post("7", "Pier", { date: "2012-01-09" }), "<p>seven</p>"],
      [post("6", "pier", { kind: "page" }), "<p>six</p>"],
      [post("5", "pier", { kind: "page" }), "<p>five</p>"],
    ];
    const namesOf = async (texts: typeof TEXTS) => {
      const read = () => Promise.resolve({ ...ARCHIVE, texts: texts.map(([text]) => text) });
      const { ledger } = await run(reader({ read }, texts), { dryRun: true });
      return Object.fromEntries(ledger.texts.map(({ key, file }) => [key, file]));
    };
    const names = await namesOf(own);
    expect(names).toEqual({
      "5": "pages/pier.mdx",
      "6": "pages/pier-2.mdx",
      "7": "articles/2012/01/pier.mdx",
      "8": "articles/2012/01/pier-4.mdx",
      "9": "articles/2012/01/pier-2.mdx",
      "10": "articles/2012/01/pier-3.mdx",
    });
    expect(await namesOf(own.toReversed())).toEqual(names);
  });

  test("names no folder of the computer that it ran on", async () => {
    const file = join(base, "export.xml");
    const texts = ARCHIVE.texts.map((text) => ({ ...text, origin: { file, line: 3 } }));
    await run(
      reader({ read: () => Promise.resolve({ ...ARCHIVE, texts, notes: [`${file}: odd`] }) }),
    );
    expect(readFileSync(join(out, ".import/ledger.json"), "utf8")).not.toContain(base);
  });

  test("tells of texts that have the same body, whatever they are called", async () => {
    const body = `<p>${"The pier is closed. ".repeat(20)}</p>`;
    const same = TEXTS.map(([text]): [ArchiveText, string] => [text, body]);
    const { ledger } = await run(reader({}, same), { dryRun: true });
    const told = ledger.texts.map(({ notes }) => notes.map(({ what }) => what).join(" "));
    expect(told[0]).not.toContain("same");
    for (const what of told.slice(1))
      expect(what).toContain("Its body is the same as that of articles/2012/01/pier.mdx.");
  });

  test("gives the same bytes again", async () => {
    await run();
    const [first, ledger] = [files(), readFileSync(join(out, ".import/ledger.json"), "utf8")];
    expect((await run()).change).toEqual({ written: 0, kept: [], missed: [] });
    expect(files()).toEqual(first);
    expect(readFileSync(join(out, ".import/ledger.json"), "utf8")).toBe(ledger);
  });

  test("that is rehearsed writes nothing", async () => {
    const { ledger, change } = await run(reader(), { dryRun: true });
    expect([ledger.texts.length, change]).toEqual([5, undefined]);
    expect(() => readdirSync(out)).toThrow("ENOENT");
  });

  test("writes nothing where the archive turns out to be broken at its end", async () => {
    const bodies = async function* (): AsyncGenerator<ArchiveBody> {
      yield await Promise.resolve({ key: "1", body: "<p>a</p>", comments: [] });
      throw new ArchiveError("export.xml:9: it ends too early");
    };
    await expect(run(reader({ bodies }))).rejects.toThrow("it ends too early");
    expect(readdirSync(join(out, ".."))).toEqual([]);
  });

  test("does not touch a folder with other files in it", async () => {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, "mine.md"), "mine");
    await expect(run()).rejects.toThrow("not empty");
    expect(readdirSync(out)).toEqual(["mine.md"]);
  });

  test("makes a draft article of a page that was not public", async () => {
    const page: Partial<ArchiveText> = { kind: "page", terms: [], authors: [] };
    const own: typeof TEXTS = [
      [post("1", "rates", { ...page, state: "draft", why: "private" }), "<p>Secret.</p>"],
      [post("2", "about", page), "<p>Open.</p>"],
    ];
    const texts = own.map(([text]) => text);
    const menus = [{ name: "Main", items: [{ label: "Rates", href: "/2012/01/04/rates/" }] }];
    const read = () => Promise.resolve({ ...ARCHIVE, texts, menus });
    const { ledger } = await run(reader({ read }, own));
    const written = files();
    expect(Object.keys(written).filter((path) => /^(?:articles|pages)/.test(path))).toEqual([
      "articles/2012/01/rates.mdx",
      "pages/about.mdx",
    ]);
    expect(written["articles/2012/01/rates.mdx"]).toContain("\ndraft: true\n");
    expect(written["site.yaml"]).not.toContain("Rates");
    expect(ledger.texts.map(({ kind, notes }) => [kind, notes.map(({ what }) => what)])).toEqual([
      ["article", [expect.stringContaining("move it to `pages/`")]],
      ["page", []],
    ]);
  });

  test("asks for the address of the site where the archive does not say it", async () => {
    const read = () => Promise.resolve({ ...ARCHIVE, site: {} });
    await expect(run(reader({ read }))).rejects.toThrow("--base https://paper.example/");
    expect((await run(reader({ read }), { base: OLD })).plan.site).toMatchObject({
      name: "old.example",
      url: `${OLD}/`,
      language: "en",
    });
  });

  test("tells of a text that lost words, unless the map accepts it", async () => {
    const isShort = async (map = NO_MAP) =>
      (await run(reader(), { map, dryRun: true, workers: LOSING })).ledger.texts.map(
        (text) => text.isShort,
      );
    expect(await isShort()).toEqual([true, true, true, true, true]);
    const accepted = await isShort({ ...NO_MAP, accept: ["2", "5"] });
    expect(accepted).toEqual([true, undefined, true, true, undefined]);
  });
});

const COUNTS = { words: 9, links: 0, pictures: 0, headings: 0, tables: 0, footnotes: 0, embeds: 0 };

/** Workers whose converter loses a word of nine. */
const LOSING: Workers = {
  ...WORKERS_HERE,
  withWorker: (use) => {
    const ask = (_: unknown, { tasks }: ConvertOrder): Promise<ConvertedText[]> =>
      Promise.resolve(
        tasks.map(({ key }) => ({
          key,
          text: "Less.",
          excerpt: "Less.",
          format: "mdx",
          before: COUNTS,
          after: { ...COUNTS, words: 8 },
          notes: [],
          posts: [],
          files: [],
        })),
      );
    return use({ ask } as unknown as Worker);
  },
};
