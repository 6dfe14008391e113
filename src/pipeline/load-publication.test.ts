import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { GOOD_PUBLICATION, NOW, text } from "../../tests/build/bad-inputs/good-publication.ts";
import { plainText } from "../markdown/render-body.ts";
import { cachedTree } from "../loader/cached-trees.ts";
import { loadPublication } from "./load-publication.ts";
import type { LoadOptions } from "./load-options.ts";
import type { Loaded } from "./load-publication.ts";
import { READERS_HERE } from "../loader/readers.ts";
import type { Readers } from "../loader/readers.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const SQUARE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9"/></svg>';

/** Loads the sound publication with further files. */
function load(files: Record<string, string | Uint8Array>, now = NOW): Promise<Loaded> {
  return loadPublication(write(files, now));
}

/** The same by a clock for which all files are old. */
function later(options: LoadOptions): LoadOptions {
  return { ...options, clock: () => Date.now() + 60_000 };
}

/** Writes the sound publication with further files. */
function write(files: Record<string, string | Uint8Array>, now = NOW): LoadOptions {
  const folder = mkdtempSync(join(tmpdir(), "stet-load-"));
  folders.push(folder);
  const content = join(folder, "content");
  for (const [file, held] of Object.entries({ ...GOOD_PUBLICATION, ...files })) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), held);
  }
  return {
    content,
    cache: join(folder, "cache"),
    now: Date.parse(now),
    clock: Date.now,
    codeVersion: "test",
  };
}

test("what was read is kept, and read anew where it is lost", async () => {
  const options = write({ "articles/2026/03/kept.md": text({}, "Words that are kept.") });
  const wordsOf = ({ publication, texts }: Loaded): string | undefined => {
    const article = publication?.articles.find(({ slug }) => slug === "kept");
    const tree = article && texts.trees && cachedTree(texts.trees, article);
    return tree && plainText({ tree });
  };
  const kept = "Words that are kept.";
  expect(wordsOf(await loadPublication(options))).toBe(kept);
  const asked: string[] = [];
  const readers: Readers = {
    ...READERS_HERE,
    read: (options, files) => {
      if (options.kind === "article") asked.push(...files.map(({ file }) => file));
      return READERS_HERE.read(options, files);
    },
  };
  // What was laid there a moment ago is looked at once more.
  await loadPublication(later(options));
  expect(wordsOf(await loadPublication({ ...later(options), readers }))).toBe(kept);
  expect(asked).toEqual([]);
  rmSync(join(options.cache, "trees"), { recursive: true });
  expect(wordsOf(await loadPublication({ ...later(options), readers }))).toBe(kept);
  expect(asked).toContain("articles/2026/03/kept.md");
});

test("another state of a folder is read by its index, which stays as it is", async () => {
  const files = {
    "articles/2026/03/same.md": text({}, "The same words."),
    "articles/2026/03/shown.md": text({}, "![A square](./square.svg)"),
    "articles/2026/03/square.svg": SQUARE,
    "pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
    "public/drawn.svg": SQUARE,
  };
  const options = write(files);
  const other = write({
    ...files,
    "articles/2026/03/square.svg": SQUARE.replaceAll("9", "8"),
    "pages/about.md": "---\ntitle: About us\n---\n\nWords.\n",
    "articles/2026/03/plain.md": text({ title: "A changed story" }, "Other words."),
  });
  await loadPublication(later(options));
  const cached = cacheOf(options);
  const asked: string[] = [];
  const readers: Readers = {
    ...READERS_HERE,
    read: async (how, all) => {
      const read = await READERS_HERE.read(how, all);
      if (how.kind === "article")
        asked.push(...all.map(({ file }) => file).filter((_, at) => "reading" in (read[at] ?? {})));
      return read;
    },
  };
  const { publication } = await loadPublication({
    ...later({ ...options, content: other.content }),
    view: { of: options.content, links: new Set() },
    readers,
  });
  expect(asked).toEqual(["articles/2026/03/plain.md"]);
  expect(publication?.articles.map(({ title }) => title)).toContain("A changed story");
  expect(publication?.pages.map(({ title }) => title)).toEqual(["About us"]);
  expect(cacheOf(options)).toEqual(cached);
});

/** What is kept but for trees, which may be added to: those that nobody knows are removed by the next build. */
function cacheOf({ cache }: LoadOptions): Record<string, string> {
  const files = readdirSync(cache, { recursive: true, encoding: "utf8" });
  const indexes = files.filter((file) => file.endsWith(".jsonl") && !file.startsWith("trees"));
  expect(indexes.length).toBeGreaterThan(3);
  return Object.fromEntries(
    indexes.sort().map((file) => [file, readFileSync(join(cache, file), "utf8")]),
  );
}

test("what is not public is told apart from what may be", async () => {
  const { held } = await load({
    "articles/2026/03/draft.md": text({ draft: "true" }, "Words."),
    "articles/2026/04/later.md": text({ date: "2026-04-02" }, "Words."),
    "articles/2026/03/corrected.md": text(
      { corrections: "\n  - { date: 2026-04-02, note: It was otherwise. }" },
      "Words.",
    ),
    "articles/2026/03/unclear.md": text({ date: "soon" }, "Words."),
  });
  expect(held.articles.map(({ file }) => file)).toEqual([
    "articles/2026/04/later.md",
    "articles/2026/03/draft.md",
  ]);
  expect(held.inPart).toEqual(["articles/2026/03/corrected.md"]);
  expect(held.unknown).toEqual(["articles/2026/03/unclear.md"]);
});

/** Two ways to write the same names: composed, and decomposed as macOS and some archives store them. */
const WAYS = [
  ["composed names in texts, decomposed names of files", "NFC", "NFD"],
  ["decomposed names in texts, composed names of files", "NFD", "NFC"],
] as const;

test.each(WAYS)("%s are the same names", async (_, written, onDisk) => {
  const w = (text: string): string => text.normalize(written);
  const d = (path: string): string => path.normalize(onDisk);
  const { publication, diagnostics } = await load({
    [d("authors/zoë.yaml")]: "name: Zoë\n",
    [d("categories/café.yaml")]: "title: Café\n",
    [d("stories/années.yaml")]: "title: Années\n",
    [d("tags/été.yaml")]: "name: The summer\n",
    [d("posts/naïve.yaml")]:
      "text: Words\nauthor: A\ndate: 2026-03-01\nurl: https://r.example/\n" +
      w("picture: { src: ./brûlée.svg, alt: Nothing }\n"),
    [d("posts/brûlée.svg")]: SQUARE,
    [d("public/pièce.pdf")]: "%PDF",
    [d("public/thème.html")]: "<p>Words.</p>",
    "site.yaml": `${GOOD_PUBLICATION["site.yaml"]}public: [${w("public/thème.html")}]\n`,
    [d("public/crème.svg")]: SQUARE,
    [d("articles/2026/03/où.svg")]: SQUARE,
    [d("articles/2026/03/prévu.csv")]: "Year,Sum\n2024,1\n2025,2\n",
    [d("articles/2026/03/déjà.mdx")]: w(
      text(
        {
          category: "café",
          author: "[zoë]",
          story: "années",
          tags: "[été]",
          kind: "live",
          image: "{ src: ./où.svg, alt: A square, credit: Z }",
        },
        `## Déjà vu

[Here](#déjà-vu), [there](./déjà.mdx#déjà-vu), [by address](/2026/03/déjà/), [the piece](/pièce.pdf),
[section](/café/), [author](/authors/zoë/), [tag](/tags/été/), [story](/stories/années/).

![A square](./où.svg) ![Cream](/crème.svg)

<SocialPost post="naïve" />

<Chart kind="bar" title="Sums" src="./prévu.csv" alt="Two sums." />

<LiveUpdate time="2026-03-02T10:00:00Z" by="zoë">

Words.

</LiveUpdate>`,
      ),
    ),
    [d("comments/2026/03/déjà.yaml")]:
      "comments:\n  - { id: 1, author: A, date: 2026-03-03, text: Words. }\n",
    "redirects.yaml": w("moved:\n  /old/: articles/2026/03/déjà.mdx\n"),
    "popular.json": w('{ "pins": ["articles/2026/03/déjà.mdx"] }\n'),
  });
  expect(diagnostics).toEqual([]);
  const article = publication?.articles.find(({ story }) => story !== undefined);
  expect(article).toMatchObject({
    path: "/2026/03/déjà/",
    category: "café",
    authors: ["zoë"],
    story: "années",
    tags: ["été"],
  });
  expect(article?.metadata.ids).toContain("déjà-vu");
  expect(Object.keys(publication?.authors ?? {})).toContain("zoë");
  expect(Object.keys(publication?.posts ?? {})).toEqual(["naïve"]);
  expect(Object.keys(publication?.comments ?? {})).toEqual(["/2026/03/déjà/"]);
  expect(Object.keys(publication?.images ?? {}).sort()).toEqual([
    "articles/2026/03/où.svg",
    "posts/brûlée.svg",
    "public/crème.svg",
  ]);
  // Addresses are composed; what is read is named as it is on disk.
  expect(publication?.files).toEqual({
    "/pièce.pdf": d("public/pièce.pdf"),
    "/thème.html": d("public/thème.html"),
    "/crème.svg": d("public/crème.svg"),
  });
  expect(publication?.moved).toEqual([{ from: "/old/", to: "/2026/03/déjà/" }]);
  expect(publication?.popular.pins).toEqual(["/2026/03/déjà/"]);
});

test("a file that must not be published is none of the publication's", async () => {
  const { publication, diagnostics } = await load({
    "public/quiz.html": "<p>Words.</p>",
    "public/note.txt": "Words.",
    "articles/2026/03/note.php.txt": "Words.",
    "articles/2026/03/linking.mdx": text({}, "[Note](./note.php.txt)"),
  });
  expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
    ["link/file", "articles/2026/03/linking.mdx"],
    ["public/not-allowed", "public/quiz.html"],
  ]);
  expect(publication?.files).toEqual({ "/note.txt": "public/note.txt" });
});

test("an article's identity does not hang on how its name is composed", async () => {
  const ids = await Promise.all(
    (["NFC", "NFD"] as const).map(async (form) => {
      const file = "articles/2026/03/déjà.md".normalize(form);
      const { publication } = await load({ [file]: text({ title: "Twice" }, "Words.") });
      return publication?.articles.find(({ title }) => title === "Twice")?.id;
    }),
  );
  expect(ids[0]).toBeDefined();
  expect(ids[1]).toBe(ids[0]);
});
