import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { missingKeyDiagnostics } from "./yaml/missing-keys.ts";
import { parseOrExplain } from "./yaml/parse-or-explain.ts";
import { plainTextDiagnostics } from "./yaml/plain-text-diagnostics.ts";
import { articleSchema } from "./schemas/article-schema.ts";
import { parseYaml } from "./yaml/yaml-document.ts";

const FILE = "articles/2026/03/story.mdx";
const VALID: Readonly<Record<string, string>> = {
  title: "A headline",
  description: "What it says.",
  category: "town",
  author: "ada",
  date: "2026-03-12",
};

/** Front matter whose lines begin on line 2, as in an article. */
function check(lines: readonly string[]): { value: unknown; diagnostics: Diagnostic[] } {
  const { document, diagnostics } = parseYaml(`${lines.join("\n")}\n`, FILE, 2);
  if (document === undefined) return { value: undefined, diagnostics };
  const explained = parseOrExplain(articleSchema("Europe/London", "mdx"), document, FILE);
  return {
    value: explained.value,
    diagnostics: [
      ...diagnostics,
      ...explained.diagnostics,
      ...missingKeyDiagnostics(
        FILE,
        explained.missing && { ...explained.missing, frontMatter: "some" },
      ),
      ...plainTextDiagnostics(document, FILE).filter(({ code }) => code === "text/placeholder"),
    ],
  };
}

/** Sound front matter with lines in the place of those of the same keys, or behind them. */
function frontMatter(...changed: readonly string[]): string[] {
  const keys = changed.map((line) => /^[a-z]+/i.exec(line)?.[0]);
  const kept = Object.entries(VALID).filter(([key]) => !keys.includes(key));
  return [...kept.map(([key, value]) => `${key}: ${value}`), ...changed];
}

/** Does what a remedy says, to the letter: types what it prints first in the place of what it is about. */
function typeRemedy(
  lines: readonly string[],
  { code, fix, line, column, length }: Diagnostic,
): string[] {
  // The one thing that only an author knows.
  if (code === "text/placeholder") {
    const own = /in place of (the letters|`WRITE-)?/.exec(fix)?.[1];
    const words = own === undefined ? "My own words" : own.startsWith("the") ? "01" : "my-own";
    const written = lines[line - 2] ?? "";
    const end = column - 1 + (length ?? 0);
    return lines.with(line - 2, written.slice(0, column - 1) + words + written.slice(end));
  }
  const typed = /(?:`` (.*?) ``)|`([^`]*)`/.exec(fix);
  const text = typed?.[1] ?? typed?.[2] ?? "";
  const at = line - 2;
  if (/^(?:Remove it|Remove line)/.test(fix)) return lines.filter((_, index) => index !== at);
  const [, ...added] = fix.split("\n");
  if (/^Add th/.test(fix)) {
    const below = Number(/^Add \S+ lines? below line (\d+)/.exec(fix)?.[1] ?? lines.length + 1);
    return lines.toSpliced(below - 1, 0, ...added);
  }
  if (/before the brace that closes it/.test(fix)) {
    const before = (lines[at] ?? "").slice(0, column - 1 + (length ?? 0)).replace(/\s*\}$/, "");
    return lines.with(
      at,
      `${before}${text} }${(lines[at] ?? "").slice(column - 1 + (length ?? 0))}`,
    );
  }
  const count = Number(/^Write the (\d+) lines/.exec(fix)?.[1] ?? 1);
  const written = lines[at] ?? "";
  const key = /^ *(?:- +)?(?:[\w-]+:|[\w-]+$|')/.exec(text)?.[0] ?? "";
  const isLine = key.endsWith(":") && !/^\s*\S+: +[[{]/.test(written);
  const isWhole = isLine || written.trim() === "" || /^(?: *- |\s)/.test(text);
  const indent = /with nothing before it/.test(fix) ? "" : (/^ */.exec(written)?.[0] ?? "");
  const whole = /^\s/.test(text) || !isWhole ? text : indent + text.trimStart();
  const next =
    isWhole || /^[\w-]+: /.test(text)
      ? whole
      : written.slice(0, column - 1) + text + written.slice(column - 1 + (length ?? 0));
  return [...lines.slice(0, at), next, ...lines.slice(at + count)];
}

/** Types one remedy after the other until nothing is wrong. */
function mended(lines: readonly string[]): { lines: string[]; value: unknown; left: string[] } {
  let now = [...lines];
  for (let round = 0; round < 8; round += 1) {
    const { value, diagnostics } = check(now);
    const [first] = diagnostics;
    if (first === undefined) return { lines: now, value, left: [] };
    now = typeRemedy(now, first);
  }
  return { lines: now, value: undefined, left: check(now).diagnostics.map(({ fix }) => fix) };
}

function told(lines: readonly string[]): string[] {
  return check(lines).diagnostics.map(
    ({ code, line, column, message, fix }) => `${line}:${column} ${code}: ${message} → ${fix}`,
  );
}

const MISTAKES: readonly [written: string[], meant: Record<string, unknown>][] = [
  [["title: Feeds: a return"], { title: "Feeds: a return" }],
  [["title: “Feeds are back: now”"], { title: "Feeds are back: now" }],
  [["title: „Feeds: zurück“"], { title: "Feeds: zurück" }],
  [["title: « Feeds : le retour »"], { title: "Feeds : le retour" }],
  [["title: ‘Feeds: back’"], { title: "Feeds: back" }],
  [["title: 'Feeds' are back"], { title: "'Feeds' are back" }],
  [['title: "Feeds" are back'], { title: '"Feeds" are back' }],
  [["title: 'It's raining'"], { title: "It's raining" }],
  [['title: "He said "no" to it"'], { title: 'He said "no" to it' }],
  [['title: "Feeds" and "bees"'], { title: '"Feeds" and "bees"' }],
  [['title: "An open quotation'], { title: "An open quotation" }],
  [["title: 'Tis the season"], { title: "'Tis the season" }],
  [['title: "C:\\docs"'], { title: "C:\\docs" }],
  [["title: @jo says no"], { title: "@jo says no" }],
  [["title: `grep` is fine"], { title: "`grep` is fine" }],
  [["title: % up"], { title: "% up" }],
  [["title: *bold* text"], { title: "*bold* text" }],
  [["title: *bold"], { title: "*bold" }],
  [["title: & more"], { title: "& more" }],
  [["title: &more words"], { title: "&more words" }],
  [["title: !important news"], { title: "!important news" }],
  [["title: ! wow"], { title: "! wow" }],
  [["title: > a quotation"], { title: "> a quotation" }],
  [["title: | a bar"], { title: "| a bar" }],
  [["title: - a dash"], { title: "- a dash" }],
  [["title: ? what"], { title: "? what" }],
  [["title: [Updated] Harbour opens"], { title: "[Updated] Harbour opens" }],
  [["title: {Updated} Harbour opens"], { title: "{Updated} Harbour opens" }],
  [["title: [Updated]"], { title: "Updated" }],
  [["title:A headline"], { title: "A headline" }],
  [["title：A headline"], { title: "A headline" }],
  [["title = A headline"], { title: "A headline" }],
  [["title:\u00a0A headline"], { title: "A headline" }],
  [["title: #metoo at five"], { title: "#metoo at five" }],
  [["title: Learning C #5"], { title: "Learning C #5" }],
  [
    ["description: First line", "  second line: with colon"],
    { description: "First line second line: with colon" },
  ],
  [["title: 1984"], { title: "1984" }],
  [["title: 007"], { title: "007" }],
  [["title: 1.10"], { title: "1.10" }],
  [["title: 0x1F"], { title: "0x1F" }],
  [["title: true"], { title: "true" }],
  [["title: Two", " description: What it says."], { title: "Two", description: "What it says." }],
  [["tags:", "\t- One"], { tags: ["One"] }],
  [["tags:", "  - a", " - b"], { tags: ["a", "b"] }],
  [["tags: - a"], { tags: ["a"] }],
  [["tags: - a", "  - b"], { tags: ["a", "b"] }],
  [["tags: [a, b"], { tags: ["a", "b"] }],
  // A date stays one without quotation marks.
  [["updated: [2026-03-12 , 2026-03-13"], {}],
  [["tags: [C#, @ada]"], { tags: ["C#", "@ada"] }],
  [["tags: RSS, Feeds"], { tags: ["RSS", "Feeds"] }],
  [["tags: RSS"], { tags: ["RSS"] }],
  [["tags: [a, 007]"], { tags: ["a", "007"] }],
  [["tags:", "  - Feeds: a return"], { tags: ["Feeds: a return"] }],
  [["aliases: /2020/01/old/"], { aliases: ["/2020/01/old/"] }],
  [["draft: yes"], { draft: true }],
  [["draft: No"], { draft: false }],
  [["draft: 'true'"], { draft: true }],
  [["draft: “true”"], { draft: true }],
  [["kind: Opinion"], { kind: "opinion" }],
  [["kind: opinon"], { kind: "opinion" }],
  [["category: [town]"], { category: "town" }],
  [["canonical: paper.example/story"], { canonical: "https://paper.example/story" }],
  [["canonical: www.paper.example/story"], { canonical: "https://www.paper.example/story" }],
  [["canonical: <https://paper.example/story>"], { canonical: "https://paper.example/story" }],
  [["canonical: htps://paper.example/story"], { canonical: "https://paper.example/story" }],
  [["language: French"], { language: "fr" }],
  [["language: pt_BR"], { language: "pt-BR" }],
  [
    ["id: urn:uuid:3F0E7A52-8C1D-4B43-9A55-0D0A3E6D2C11"],
    { id: "3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11" },
  ],
  [["image: ./one.jpg"], { image: { src: "./one.jpg", alt: "My own words" } }],
  [["image: { src: ./one.jpg }"], { image: { src: "./one.jpg", alt: "My own words" } }],
  [
    ["image: { src: ./one.jpg, alt: A man, a plan }"],
    { image: { src: "./one.jpg", alt: "A man, a plan" } },
  ],
  [["image: { scr: ./one.jpg, alt: A man }"], { image: { src: "./one.jpg", alt: "A man" } }],
  [["source: [Agency]"], { source: { name: "Agency" } }],
  [
    ["corrections: { date: 2026-03-13, note: It was ten. }"],
    { corrections: [{ note: "It was ten." }] },
  ],
  [
    ["corrections:", "  - date: 2026-03-13", "    note: Wrong: it was ten"],
    { corrections: [{ note: "Wrong: it was ten" }] },
  ],
  [["summary: What it is.", "published: 2026-03-01"], {}],
  [["layout: post"], {}],
  [["slug: story"], {}],
  [["authors: ada"], { author: ["ada"] }],
  [["categories: [town]"], { category: "town" }],
  [["keywords: a, b"], { tags: ["a", "b"] }],
  [["heroImage: ./one.jpg"], { image: { src: "./one.jpg", alt: "My own words" } }],
  [["lastmod: 2026-3-14"], {}],
  [["published: false"], { draft: true }],
  [["Title: Another"], {}],
  [["date: “2026-03-14”"], { date: { day: "2026-03-14" } }],
  [["date: 2026-3-14"], { date: { day: "2026-03-14" } }],
  [["date: 14 March 2026"], { date: { day: "2026-03-14" } }],
  [["date: March 14, 2026"], { date: { day: "2026-03-14" } }],
  [["date: 14.3.2026"], { date: { day: "2026-03-14" } }],
  [["date: 3/12/2026"], { date: { day: "2026-03-12" } }],
  [["date: 2026-03-14 09:30"], { date: { instant: Date.UTC(2026, 2, 14, 9, 30) } }],
  [["date: 2026-07-14T09:30:00"], { date: { instant: Date.UTC(2026, 6, 14, 8, 30) } }],
  [["date: 1773480600"], { date: { instant: 1_773_480_600_000 } }],
  [["date: 0206-03-14"], { date: { day: "2026-03-14" } }],
  [["date: 2026-02-30"], { date: { day: "2026-02-28" } }],
  [["date: 2026-13-14"], {}],
  [["date: tomorrow"], { date: { day: "2026-03-01" } }],
  [["date: [2026-03-14]"], { date: { day: "2026-03-14" } }],
  [
    ["updated: [2026-3-14, 15 March 2026]"],
    { updated: [{ date: { day: "2026-03-14" } }, { date: { day: "2026-03-15" } }] },
  ],
  [["updated: { date: 2026-03-14, nte: More. }"], {}],
  [["corrections: The name was wrong."], {}],
  [
    ["corrections: [{ date: 13 March 2026, note: It was ten. }]"],
    { corrections: [{ note: "It was ten." }] },
  ],
  [["tags: “RSS”, “Feeds”"], { tags: ["RSS", "Feeds"] }],
  [["tags:", "  -a", "  -b"], { tags: ["a", "b"] }],
  [["draft:", "  yes"], { draft: true }],
  [["tags:", "  - 7 #5"], { tags: ["7 #5"] }],
  [["corrections: [{ date: 2026-03-13, note: C #5", "  }]"], {}],
  [["tags:", "  * a", "  * b"], { tags: ["a", "b"] }],
  [["tags: [RSS, 2026, 1.10]"], { tags: ["RSS", "2026", "1.10"] }],
  [["image:", "src: ./a.jpg", "alt: A man"], { image: { src: "./a.jpg", alt: "A man" } }],
  [["image:", "  src: ./a.jpg", "   alt: A man"], { image: { alt: "A man" } }],
  [["image: { src: ./a.jpg, alt: “A man: a plan” }"], { image: { alt: "A man: a plan" } }],
  [["image: { src: ./a.jpg alt: A man }"], { image: { src: "./a.jpg", alt: "A man" } }],
  [["image:", "  src: ./one.jpg"], { image: { src: "./one.jpg", alt: "My own words" } }],
  [["corrections:", "  - date: 2026-03-13"], { corrections: [{ note: "My own words" }] }],
  [
    ["image: {", "    src: ./one.jpg,", "  }"],
    { image: { src: "./one.jpg", alt: "My own words" } },
  ],
  [["image: { src: ./one.jpg, widht: 3 }"], { image: { alt: "My own words" } }],
  [
    ["corrections: [{ date: 2026-03-13 }, { note: Wrong. }]"],
    { corrections: [{ note: "My own words" }, { note: "Wrong." }] },
  ],
  [["source: { name: Agency, web: x }"], {}],
  [["image: {}", "pin: true"], { pin: true }],
  [["title:"], {}],
  [["source: { url: 'https://agency.example/' }"], {}],
  [["language: english"], { language: "en" }],
  [["language: deutsch"], { language: "de" }],
  [["language: en_US"], { language: "en-US" }],
  [["language: EN"], { language: "en" }],
  [["language: EN-gb"], { language: "en-GB" }],
  [["language: eng"], { language: "en" }],
  [["language: en-UK"], { language: "en-GB" }],
  [["language: en_GB.UTF-8"], { language: "en-GB" }],
  [["language: jp"], { language: "ja" }],
  [["draft: perhaps"], { draft: true }],
  [["image: [./a.jpg]"], { image: { src: "./a.jpg" } }],
  [["kicker:   “x: y”  # note"], { kicker: "x: y" }],
  [["title: >", "A headline"], { title: "A headline" }],
  [["type: opinion"], { kind: "opinion" }],
  [["type: post"], {}],
  [["status: draft"], { draft: true }],
  [["featured: true"], { pin: true }],
  [["pubDate: 14 March 2026"], {}],
  [["permalink: /2019/05/old.html"], {}],
  [["toc: true"], { contents: true }],
  [["lang: fr"], { language: "fr" }],
  [["redirect_from: /old/"], { aliases: ["/old/"] }],
  [["guid: 3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11"], { id: "3f0e7a52-8c1d-4b43-9a55-0d0a3e6d2c11" }],
  [["language: English"], { language: "en" }],
  [["comments: off"], { comments: false }],
  [["contents: 'no'"], { contents: false }],
  [["pin: yes"], { pin: true }],
  [["kind: column"], {}],
  [["foo: bar"], {}],
  [["title: ~"], {}],
];

describe("what a remedy prints can be typed, and says what was meant:", () => {
  test.each(MISTAKES)("%j", (written, meant) => {
    const lines = frontMatter(...written);
    expect(told(lines)).not.toEqual([]);
    const { value, left, lines: after } = mended(lines);
    expect(left, after.join("\n")).toEqual([]);
    expect(value).toMatchObject(meant);
  });
});

test("authors are told so", () => {
  expect(
    MISTAKES.map(
      ([written]) => `${written.join("\n")}\n${told(frontMatter(...written)).join("\n")}\n`,
    ).join("\n"),
  ).toMatchSnapshot();
});

/** The lines after the edits of all diagnostics that have some, again and again until none has. */
function edited(lines: readonly string[]): string[] {
  let now = [...lines];
  for (let round = 0; round < 8; round += 1) {
    const edits = check(now).diagnostics.flatMap((one) => one.edits ?? []);
    if (edits.length === 0) return now;
    const text = `${now.join("\n")}\n`;
    const starts = now.map((_, at) => now.slice(0, at).join("\n").length + (at > 0 ? 1 : 0));
    const offset = ({ line, column }: { line: number; column: number }): number =>
      (starts[line - 2] ?? text.length) + column - 1;
    now = edits
      .toSorted((a, b) => offset(b.start) - offset(a.start))
      .reduce(
        (all, one) => all.slice(0, offset(one.start)) + one.text + all.slice(offset(one.end)),
        text,
      )
      .trimEnd()
      .split("\n");
  }
  throw new Error(`There is no end of edits: ${now.join("\n")}`);
}

describe("the edits of a remedy say what was meant:", () => {
  test.each(MISTAKES)("%j", (written, meant) => {
    const lines = frontMatter(...written);
    const after = edited(lines);
    const { value, diagnostics } = check(after);
    if (diagnostics.length === 0) expect(value).toMatchObject(meant);
  });
});

test("what is a guess has no edit", () => {
  expect(
    MISTAKES.map(([written]) => {
      const lines = frontMatter(...written);
      const after = edited(lines);
      const changed = after.filter((line) => !lines.includes(line));
      return `${written.join("\n")}\n→ ${after.length < lines.length ? "one line less " : ""}${changed.join("\n  ")}\n`;
    }).join("\n"),
  ).toMatchSnapshot();
});
