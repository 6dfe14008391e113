import { chanceFrom } from "../../tests/build/random.ts";
import type { Chance } from "../../tests/build/random.ts";
import type { Block, Corpus, MadeArticle, Named, Span } from "./made-article.ts";
import { makeVocabulary } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a corpus is made of. */
export interface CorpusOptions {
  articles: number;
  /** Equal seeds make equal corpora. */
  seed: number;
  /** Names of picture files; one article in ten takes one. */
  images: readonly string[];
}

const YEARS = 12;
const FIRST_DAY = Date.UTC(2014, 0, 6);
const SPAN_MS = YEARS * 365.25 * 86_400_000;
const AUTHORS = 50;
const CATEGORIES = 9;
const TAGS = 240;
const STORY_IN = 12;
const IMAGE_IN = 10;
const CORRECTION_IN = 60;

/**
 * Makes up a publication. An article follows from the seed, its number and the size of the whole alone, so one more
 * leaves the others as they are; the dates go evenly through twelve years.
 */
export function makeCorpus({ articles, seed, images }: CorpusOptions): Corpus {
  const chance = chanceFrom(seed);
  const words = makeVocabulary(chance);
  const named = (count: number, length: number): Named[] =>
    Array.from({ length: count }, (_, at) => {
      const parts = Array.from({ length }, (_, part) => words.at(300 + at * length + part));
      return { slug: parts.join("-"), name: parts.map(capital).join(" ") };
    });
  const categories = named(CATEGORIES, 1);
  const authors = named(AUTHORS, 2);
  const stories = named(Math.max(1, Math.round(articles / 250)), 3);
  const tags = Array.from({ length: TAGS }, (_, at) => words.at(1000 + at));
  const timeOf = (number: number): number =>
    FIRST_DAY + Math.round((SPAN_MS * number) / articles / 60_000) * 60_000;
  const slugOf = (number: number): string => {
    const own = chanceFrom(mixed(seed, number));
    return `${words.drawLong(own)}-${words.drawLong(own)}-${number}`;
  };
  const pathOf = (number: number): string =>
    `/${dayOf(timeOf(number)).slice(0, 7).replace("-", "/")}/${slugOf(number)}/`;

  const article = (number: number): MadeArticle => {
    const own = chanceFrom(mixed(seed, number) ^ 0x5bd1e995);
    const time = timeOf(number);
    const author = skewed(own, authors);
    const second = own.below(8) === 0 ? skewed(own, authors) : author;
    const is = (oneIn: number): boolean => own.below(oneIn) === 0;
    return {
      number,
      slug: slugOf(number),
      path: pathOf(number),
      day: dayOf(time),
      instant: `${new Date(time).toISOString().slice(0, 19)}Z`,
      title: capital(phrase(own, words, 5 + own.below(6))),
      description: sentence(own, words, 14 + own.below(12)),
      category: skewed(own, categories).slug,
      authors: [...new Set([author.slug, second.slug])],
      tags: [...new Set(Array.from({ length: 1 + own.below(4) }, () => skewed(own, tags)))],
      kind: own.one(["news", "news", "news", "news", "news", "analysis", "opinion", "explainer"]),
      ...(is(STORY_IN) ? { story: own.one(stories).slug } : {}),
      ...(is(IMAGE_IN) && images.length > 0
        ? { image: { file: own.one(images), alt: sentence(own, words, 9) } }
        : {}),
      ...(is(CORRECTION_IN)
        ? { correction: { day: dayOf(time + 86_400_000), note: sentence(own, words, 12) } }
        : {}),
      blocks: body(own, words, number),
    };
  };
  return { articles, categories, authors, stories, images: [...images], article, pathOf };
}

function body(chance: Chance, words: Vocabulary, number: number): Block[] {
  const is = (oneIn: number): boolean => chance.below(oneIn) === 0;
  const line = (length: number): string => sentence(chance, words, length + chance.below(length));
  const blocks: Block[] = [];
  if (is(4)) blocks.push({ kind: "key-points", items: [line(6), line(6), line(6)] });
  const sections = 2 + chance.below(3);
  for (let section = 0; section <= sections; section++) {
    if (section > 0) {
      blocks.push({ kind: "heading", text: capital(phrase(chance, words, 2 + chance.below(4))) });
    }
    const paragraphs = 2 + chance.below(3);
    for (let at = 0; at < paragraphs; at++) {
      const spans = spansOf(chance, words, number);
      blocks.push({ kind: "paragraph", spans, ...(is(24) ? { note: line(8) } : {}) });
    }
    if (is(5)) blocks.push({ kind: "quote", text: line(14) });
    if (is(5)) {
      const items = Array.from({ length: 3 + chance.below(4) }, () => line(5));
      blocks.push({ kind: "list", ordered: is(3), items });
    }
    if (is(12)) {
      const row = (): string[] => [words.drawLong(chance), `${chance.below(900)}`, line(3)];
      blocks.push({ kind: "table", rows: Array.from({ length: 4 + chance.below(4) }, row) });
    }
    if (is(16)) blocks.push({ kind: "pull-quote", text: line(8), by: capital(line(2)) });
    if (is(16))
      blocks.push({ kind: "aside", title: capital(phrase(chance, words, 3)), text: line(18) });
  }
  return blocks;
}

function spansOf(chance: Chance, words: Vocabulary, number: number): Span[] {
  const spans: Span[] = [];
  const sentences = 2 + chance.below(4);
  for (let at = 0; at < sentences; at++) {
    spans.push({
      kind: "text",
      text: `${at === 0 ? "" : " "}${sentence(chance, words, 8 + chance.below(14))}`,
    });
    const turn = chance.below(16);
    const text = phrase(chance, words, 1 + chance.below(3));
    if (turn === 0) spans.push({ kind: "text", text: " " }, { kind: "strong", text });
    if (turn === 1) spans.push({ kind: "text", text: " " }, { kind: "emphasis", text });
    if (turn === 2 && number > 0) {
      const to = chance.below(number);
      if (!isUnlinked(to)) spans.push({ kind: "text", text: " " }, { kind: "link", text, to });
    }
  }
  return spans;
}

/** Whether no article links to that one, so that it can be deleted without a broken link. */
export function isUnlinked(number: number): boolean {
  return number % 10 === 7;
}

function phrase(chance: Chance, words: Vocabulary, length: number): string {
  return Array.from({ length }, () => words.draw(chance)).join(" ");
}

function sentence(chance: Chance, words: Vocabulary, length: number): string {
  const text = capital(phrase(chance, words, length));
  const comma = length > 12 ? text.indexOf(" ", text.length / 2) : -1;
  return `${comma < 0 ? text : `${text.slice(0, comma)},${text.slice(comma)}`}.`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** One of a list, the first ones more often than the last. */
function skewed<Item>(chance: Chance, items: readonly Item[]): Item {
  const item = items[Math.floor(items.length * chance.next() ** 2)];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
}

/** Days of the corpus are those of UTC, which is the time zone of its publication. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function mixed(seed: number, number: number): number {
  return Math.imul(seed ^ Math.imul(number + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
}
