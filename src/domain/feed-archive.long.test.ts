import { describe, expect, test } from "vitest";
import { anArticle, anId } from "../../tests/fixtures/domain-values.ts";
import { chanceFrom } from "../../tests/build/random.ts";
import { newestFirst } from "./article.ts";
import type { Article } from "./article.ts";
import { feedArchive } from "./feed-archive.ts";
import type { FeedArchive } from "./feed-archive.ts";

let made = 0;

/** An article at an instant, or on a day without a time. */
function article(date: string): Article {
  made += 1;
  const [day, slug] = [date.slice(0, 10), `a${made}`];
  // Most ids are random from their first digit on.
  const id = anId(slug).split("-").toReversed().join("-");
  return anArticle({ day, instant: Date.parse(date), slug, id });
}

const many = (count: number, dateOf: (at: number) => string): Article[] =>
  Array.from({ length: count }, (_, at) => article(dateOf(at)));

/** So many articles of a month, one every nine hours. */
const month = (name: string, count: number): Article[] =>
  many(count, (at) =>
    new Date(Date.parse(`${name}-01T00:00:00Z`) + at * 9 * 3_600_000).toISOString(),
  );

const divided = (articles: readonly Article[]): FeedArchive =>
  feedArchive(articles.toSorted(newestFirst));

const sizes = ({ pages }: FeedArchive) =>
  pages.map(({ path, articles }) => `${path} ${articles.length}`);

/** What is promised of every archive, whatever stands in it. */
function holds(articles: readonly Article[]): FeedArchive {
  const archive = divided(articles);
  const { newest, pages } = archive;
  const inOrder = [...newest, ...pages.toReversed().flatMap((page) => page.articles)];
  expect(inOrder).toEqual(articles.toSorted(newestFirst));
  expect(newest.length).toBeLessThanOrEqual(50);
  expect(newest.length).toBeGreaterThanOrEqual(Math.min(20, articles.length));
  for (const page of pages) {
    expect(page.articles.length).toBeLessThanOrEqual(30);
    expect(page.articles.length).toBeGreaterThan(0);
    for (const { day } of page.articles) expect(day.slice(0, 7)).toBe(page.month);
  }
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  return archive;
}

/** Each page as it is printed, by its path: what stands on it, and the page before it. */
const printed = ({ pages }: FeedArchive): Map<string, string> =>
  new Map(
    pages.map(({ path, articles }, at) => [
      path,
      [pages[at - 1]?.path, ...articles.map(({ id }) => id)].join(" "),
    ]),
  );

const idsOn = ({ pages }: FeedArchive, path: string): string[] | undefined =>
  pages.find((page) => page.path === path)?.articles.map(({ id }) => id);

/** Pages that stood before and are not as they were. */
function changed(before: FeedArchive, after: FeedArchive): string[] {
  const now = printed(after);
  return [...printed(before)].flatMap(([path, text]) => (now.get(path) === text ? [] : [path]));
}

describe("Rule 14: the archive of the main feed", () => {
  test("has pages by month, and divides busy months and days at fixed places", () => {
    const articles = [
      ...month("2024-02", 3),
      ...month("2023-12", 45),
      ...many(45, () => "2024-04-09"),
      ...many(45, (at) => new Date(Date.UTC(2024, 4, 9, 6, at * 11)).toISOString()),
      ...month("2024-06", 40),
    ];
    expect(sizes(holds(articles))).toMatchInlineSnapshot(`
      [
        "/feeds/archive/2023/12-07.xml 19",
        "/feeds/archive/2023/12-15.xml 21",
        "/feeds/archive/2023/12.xml 5",
        "/feeds/archive/2024/02.xml 3",
        "/feeds/archive/2024/04-20240409T000000000Z-8.xml 22",
        "/feeds/archive/2024/04.xml 23",
        "/feeds/archive/2024/05-20240509T061734976Z.xml 2",
        "/feeds/archive/2024/05-20240509T083723584Z.xml 13",
        "/feeds/archive/2024/05-20240509T105712192Z.xml 13",
        "/feeds/archive/2024/05.xml 17",
      ]
    `);
  });

  test("is empty while the feed has everything", () => {
    expect(divided([]).pages).toEqual([]);
    expect(sizes(holds(month("2024-01", 50)))).toEqual([]);
    expect(sizes(holds(many(30, () => "2024-01-01")))).toEqual([]);
    expect(sizes(holds(many(51, () => "2024-01-01")))).not.toEqual([]);
  });

  test.each<[string, (at: number) => string]>([
    ["at all hours", (at) => new Date(Date.UTC(2024, 0, 1) + at * 5.3 * 3_600_000).toISOString()],
    [
      "without a time",
      (at) => `2024-${pad(1 + Math.floor(at / 84))}-${pad(1 + (Math.floor(at / 3) % 28))}`,
    ],
    ["in days of seventy without a time", (at) => `2024-01-${pad(1 + Math.floor(at / 70))}`],
  ])("keeps every page as it is while days %s go by", (_, dateOf) => {
    let before = divided([]);
    const articles: Article[] = [];
    for (let at = 0; at < 300; at += 1) {
      const next = article(dateOf(at));
      articles.push(next);
      const after = holds(articles);
      // Of a day with more than the feed takes, the page on which the new one stands may change.
      const isCrowded = articles.filter(({ day }) => day === next.day).length > 50;
      expect(changed(before, after).length).toBeLessThan(isCrowded ? 2 : 1);
      before = after;
    }
    expect(before.pages.length).toBeGreaterThan(10);
  });

  test.each([1, 2, 3, 4, 5, 6])(
    "changes by a back-dated or crowded article the page on which it stands, and no other (seed %i)",
    (seed) => {
      const { next: random } = chanceFrom(seed);
      const date = (): string => {
        const day = `2024-${pad(1 + Math.floor(random() * 3))}-${pad(1 + Math.floor(random() ** 3 * 28))}`;
        return random() < 0.5
          ? day
          : `${day}T${pad(Math.floor(random() * 24))}:${pad(Math.floor(random() * 60))}:00Z`;
      };
      // No month comes or goes: where one does, the page after it names another one before it.
      const articles = [
        ...month("2024-01", 2),
        ...month("2024-02", 2),
        ...month("2024-03", 2),
        ...month("2024-06", 60),
      ];
      let before = holds(articles);
      for (let at = 0; at < 250; at += 1) {
        const next = article(date());
        articles.push(next);
        const after = holds(articles);
        const paths = changed(before, after);
        expect(paths.length).toBeLessThan(2);
        // It is not only the link to the page before it that has changed.
        for (const path of paths) expect(idsOn(after, path)).not.toEqual(idsOn(before, path));
        before = after;
      }
    },
  );

  test("takes no page for one article, unless its neighbour would be too long with all of them", () => {
    // A place where parts of time of all lengths begin, and an article in each of those that follow.
    const start = Math.floor(Date.UTC(2024, 0, 9, 12) / 2 ** 20) * 2 ** 20;
    const alone = (count: number) =>
      many(count, (at) => new Date(start + 2 ** (19 - at)).toISOString());
    const together = many(25, () => new Date(start).toISOString());
    const later = month("2024-06", 60);
    const ofJanuary = (articles: Article[]) =>
      holds([...later, ...articles])
        .pages.filter((page) => page.month === "2024-01")
        .map((page) => page.articles.length);
    expect(ofJanuary([...together, ...alone(5)])).toEqual([30]);
    expect(ofJanuary([...together, ...alone(12)])).toEqual([30, 7]);
  });

  test("holds its limits on a day of two thousand, with times and without", () => {
    holds(many(2000, () => "2024-01-01"));
    holds(many(2000, (at) => new Date(Date.UTC(2024, 0, 1) + at * 43_000).toISOString()));
  });
});

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
