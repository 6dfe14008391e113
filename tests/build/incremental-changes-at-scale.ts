import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Corpus, MadeArticle } from "../../benchmarks/corpus/made-article.ts";
import { isUnlinked } from "../../benchmarks/corpus/make-corpus.ts";
import { authorCard, stetArticle, stetFile } from "../../benchmarks/corpus/stet-content.ts";
import { photograph } from "../fixtures/image-files.ts";
import { one, twice } from "./incremental-change.ts";
import type { Change } from "./incremental-change.ts";
import {
  contentFiles,
  editContent,
  moveContent,
  readContent,
  removeContent,
} from "./incremental-world.ts";
import type { World } from "./incremental-world.ts";
import { writeContent } from "./publication.ts";

const DAY_MS = 86_400_000;
const ARTICLE = /^articles\/.*\.mdx$/;

/** What happens to one piece among thousands, or to a data file that hundreds of them show. */
export function changesAtScale(corpus: Corpus): Change[] {
  return [
    one("a newest article is added", (world) => addArticle(world, corpus, daysFromNow(world, 0))),
    one("an article of the far past is added", (world) =>
      addArticle(world, corpus, `200${world.chance.below(9)}-05-04T10:00:00Z`),
    ),
    one("a text is corrected", (world) => {
      editContent(world, anyArticle(world), (text) => `${text}\nAnd the tide came in.\n`);
    }),
    one("a correction is entered", (world) => {
      const day = daysFromNow(world, 0).slice(0, 10);
      editHead(
        world,
        anyArticle(world, isUncorrected),
        `corrections:\n  - date: ${day}\n    note: The tide came in.`,
      );
    }),
    one("an article that others show is deleted", (world) => {
      const isAlone = (_: string, file: string): boolean =>
        isUnlinked(Number(/-(\d+)\.mdx$/.exec(file)?.[1]));
      removeContent(world, shownArticle(world, isAlone));
    }),
    one("an article that others link to is taken down", (world) => {
      const day = daysFromNow(world, 0).slice(0, 10);
      const file = linkedArticle(world);
      writeContent(
        world.options.content,
        "redirects.yaml",
        `gone:\n  ${addressOf(file)}: { date: ${day} }\n`,
      );
    }),
    one("an article moves to another category", (world) => {
      const { slug } = world.chance.one(corpus.categories);
      const file = shownArticle(world, (text) => !text.includes(`\ncategory: ${slug}\n`));
      editLine(world, file, "category", () => slug);
    }),
    one("an article that others show has another title", (world) => {
      editLine(world, shownArticle(world), "title", (title) => `${title} after all`);
    }),
    one("an article is dated anew within its month", (world) => {
      const file = shownArticle(world, isUncorrected);
      editLine(world, file, "date", (date) => {
        const others = ["05", "15", "25"].filter((day) => day !== date.slice(8, 10));
        return `${date.slice(0, 8)}${world.chance.one(others)}T10:00:00Z`;
      });
    }),
    one("an article moves to another month, and its old address leads there", (world) => {
      const file = linkedArticle(world, isUncorrected);
      const moved = file.replace(/\/\d{4}\/\d{2}\//, "/2013/11/");
      moveContent(world, file, moved);
      editLine(world, moved, "date", () => "2013-11-21T10:00:00Z");
      editHead(world, moved, `aliases: [${addressOf(file)}]`);
    }),
    one("an author has another name", (world) => {
      const { slug, name } = world.chance.one(corpus.authors);
      writeContent(world.options.content, `authors/${slug}.yaml`, authorCard(`${name} Jr`));
    }),
    one("one of two authors is taken off a piece", (world) => {
      const file = shownArticle(world, (text) => /^author: \[[^\],]+,/m.test(text));
      editLine(world, file, "author", (list) => list.replace(/,[^\]]+/, ""));
    }),
    one("a piece gets one more tag", (world) => {
      const tag = oneOfItsTags(world);
      const file = anyArticle(world, (text) => !tagsOf(text).includes(tag));
      editLine(world, file, "tags", (list) => list.replace("]", `, ${tag}]`));
    }),
    one("a piece loses a tag", (world) => {
      const file = anyArticle(world, (text) => tagsOf(text).length > 1);
      editLine(world, file, "tags", (list) => list.replace(/\[[^,]+, /, "["));
    }),
    one("a tag gets a data file with a better name", (world) => {
      writeContent(
        world.options.content,
        `tags/${oneOfItsTags(world)}.yaml`,
        "name: Ebb and flow\n",
      );
    }),
    one("a piece joins a running story", (world) => {
      const { slug } = world.chance.one(corpus.stories);
      editHead(
        world,
        anyArticle(world, (text) => !text.includes("\nstory: ")),
        `story: ${slug}`,
      );
    }),
    twice("a piece that others link to becomes a draft, and is none again", (world) => {
      const file = linkedArticle(world);
      const text = readContent(world, file);
      editHead(world, file, "draft: true");
      return () => writeContent(world.options.content, file, text);
    }),
    twice("a piece that others link to is put off, and is not", (world) => {
      const file = linkedArticle(world, isUncorrected);
      const text = readContent(world, file);
      editLine(world, file, "date", () => daysFromNow(world, 9));
      return () => writeContent(world.options.content, file, text);
    }),
    twice("a piece is scheduled, and the clock reaches its day", (world) => {
      const file = shownArticle(world, isUncorrected);
      editLine(world, file, "date", () => daysFromNow(world, 1 + world.chance.below(9)));
      return () => moveClock(world, 10);
    }),
    twice("a piece is pinned until a day, and the clock passes it", (world) => {
      editHead(world, anyArticle(world), `pin: ${daysFromNow(world, 1)}`);
      return () => moveClock(world, 3);
    }),
    one("a category has another title", (world) => {
      const { slug } = world.chance.one(corpus.categories);
      editLine(world, `categories/${slug}.yaml`, "title", (title) => `${title} and more`);
    }),
    one("a picture of many pieces is replaced", async (world) => {
      const image = world.chance.one(corpus.images);
      const bytes = await photograph(420, 280, 100 + world.chance.below(100));
      writeContent(world.options.content, `public/pictures/${image}`, bytes);
    }),
    one("a piece loses its picture", (world) => {
      const file = anyArticle(world, (text) => text.includes("\nimage:\n"));
      editContent(world, file, (text) => text.replace(/\nimage:(?:\n {2}.*)+/, ""));
    }),
  ];
}

/** Adds an article of that instant, with the text of one that is there; `parts` are as wanted. */
export function addArticle(
  world: World,
  corpus: Corpus,
  instant: string,
  parts: Partial<MadeArticle> = {},
): void {
  const model = corpus.article(world.chance.below(corpus.articles));
  const day = instant.slice(0, 10);
  const slug = `added-${world.chance.below(1e6)}`;
  const path = `/${day.slice(0, 7).replace("-", "/")}/${slug}/`;
  const { correction } = model;
  const own = {
    slug,
    path,
    day,
    instant,
    ...(correction && { correction: { ...correction, day } }),
  };
  const article = { ...model, ...own, ...parts };
  writeContent(world.options.content, stetFile(article), stetArticle(article, corpus));
}

/** So many days after the paper's clock, as front matter has it. */
export function daysFromNow({ options }: World, days: number): string {
  return `${new Date(Date.parse(options.now) + days * DAY_MS).toISOString().slice(0, 19)}Z`;
}

function moveClock(world: World, days: number): void {
  world.options = { ...world.options, now: daysFromNow(world, days) };
}

/** An article by chance whose text suits. */
function anyArticle(
  world: World,
  suits: (text: string, file: string) => boolean = () => true,
): string {
  const found = world.chance
    .shuffled(contentFiles(world, ARTICLE))
    .find((file) => suits(readContent(world, file), file));
  if (found === undefined) throw new Error("No article suits the change.");
  return found;
}

/** An article that the text of another one links to. */
function linkedArticle(world: World, suits: (text: string) => boolean = () => true): string {
  return neighbour(world, suits, (text) => text.matchAll(/\]\((\/\d{4}\/\d{2}\/[^)]+\/)\)/g));
}

/** An article that stands on the page of another one, most often as a related piece. */
function shownArticle(
  world: World,
  suits: (text: string, file: string) => boolean = () => true,
): string {
  return neighbour(world, suits, (_, file) => {
    const page = join(world.options.out, addressOf(file), "index.html");
    const html = existsSync(page) ? readFileSync(page, "utf8") : "";
    return html.matchAll(/href="(\/\d{4}\/\d{2}\/[^"]+\/)"/g);
  });
}

/** The last article that suits of those that an article by chance leads to. */
function neighbour(
  world: World,
  suits: (text: string, file: string) => boolean,
  linksOf: (text: string, file: string) => Iterable<RegExpExecArray>,
): string {
  let found: string | undefined;
  anyArticle(world, (text, file) => {
    found = Array.from(linksOf(text, file), ([, path = ""]) => `articles${path.slice(0, -1)}.mdx`)
      .filter((other) => other !== file && existsSync(join(world.options.content, other)))
      .findLast((other) => suits(readContent(world, other), other));
    return found !== undefined;
  });
  return found ?? "";
}

/** A change of date would bring an article behind its own corrections. */
function isUncorrected(text: string): boolean {
  return !text.includes("\ncorrections:\n");
}

function oneOfItsTags(world: World): string {
  return world.chance.one(tagsOf(readContent(world, anyArticle(world))));
}

function tagsOf(text: string): string[] {
  return /^tags: \[(.*)\]$/m.exec(text)?.[1]?.split(", ") ?? [];
}

/** Adds lines to the front matter. */
function editHead(world: World, file: string, lines: string): void {
  editContent(world, file, (text) => text.replace("\n---\n", `\n${lines}\n---\n`));
}

/** Changes the value of a key that has a line of its own. */
function editLine(
  world: World,
  file: string,
  key: string,
  change: (value: string) => string,
): void {
  editContent(world, file, (text) =>
    text.replace(
      new RegExp(`^(${key}: )(.*)$`, "m"),
      (_, name: string, value: string) => name + change(value),
    ),
  );
}

function addressOf(file: string): string {
  return file.replace(/^articles(.*)\.mdx$/, "$1/");
}
