import { describe, expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Article } from "../domain/article.ts";
import type { Publication } from "../domain/publication.ts";
import { archiveMaps } from "./archive-maps.ts";
import { articleView } from "./article-view.ts";
import { storyView } from "./story-view.ts";

const at = (iso: string, timed = true) => ({
  instant: Date.parse(iso),
  day: iso.slice(0, 10),
  timed,
});

function viewOf(changes: Partial<Article>, others: Partial<Publication> = {}) {
  const article = anArticle({ day: "2026-01-01", slug: "piece", ...changes });
  return articleView(article, archiveMaps(aPublication([article], others)));
}

describe("what changed after publication", () => {
  test("is told of the newest update, by its day", () => {
    const { updated, updates, newest } = viewOf({
      updates: [
        { ...at("2026-01-03T10:00:00Z"), note: "The court answered." },
        at("2026-01-02T00:00:00Z", false),
      ],
    });
    expect(updated).toEqual({
      date: { day: "2026-01-03", iso: "2026-01-03T10:00:00+00:00" },
      note: "The court answered.",
    });
    expect(updates.map(({ date }) => date.iso)).toEqual([
      "2026-01-03T10:00:00+00:00",
      "2026-01-02",
    ]);
    expect(newest).toEqual({ iso: "2026-01-03T10:00:00+00:00", isUpdate: true });
  });

  test("is no correction, which has a line of its own and does not make a piece younger", () => {
    const { updated, corrected, newest } = viewOf({
      updates: [{ ...at("2026-01-02T10:00:00Z"), note: "More is known." }],
      corrections: [{ ...at("2026-02-01T00:00:00Z"), note: "It was red." }],
    });
    expect(updated?.note).toBe("More is known.");
    expect(updated?.date.day).toBe("2026-01-02");
    expect(corrected?.day).toBe("2026-02-01");
    expect(newest).toEqual({ iso: "2026-01-02T10:00:00+00:00", isUpdate: true });
  });

  test("is the newest update of a live blog with its time, which makes the blog younger", () => {
    const { metadata } = anArticle({ day: "2026-01-01", slug: "piece" });
    const location = { line: 9, column: 1 };
    const live = {
      kind: "live" as const,
      metadata: {
        ...metadata,
        updates: [
          { ...location, id: "update-b", instant: Date.parse("2026-01-04T10:00:00Z") },
          { ...location, id: "update-a", instant: Date.parse("2026-01-02T10:00:00Z") },
        ],
      },
    };
    const instant = Date.parse("2026-01-04T10:00:00Z");
    const date = { day: "2026-01-04", iso: "2026-01-04T10:00:00+00:00", instant };
    const view = viewOf({ ...live, updates: [at("2026-01-03T10:00:00Z")] });
    expect(view.updated).toEqual({ date });
    expect(view.newest).toEqual({ iso: date.iso, isUpdate: true });
    expect(view.live).toEqual({ updates: 2, newest: { date, id: "update-b" } });
    const ended = { ...live, ended: Date.parse("2026-01-04T12:00:00Z") };
    expect(viewOf(ended).updated).toEqual({ date });
    expect(viewOf(ended).live?.ended?.iso).toBe("2026-01-04T12:00:00+00:00");
  });

  test("is told with its time where more was done that day", () => {
    const published = at("2026-01-01T08:00:00Z");
    const told = ({ instant }: { instant?: number } = {}) => instant !== undefined;
    const view = viewOf({
      ...published,
      updates: [at("2026-01-01T12:00:00Z"), at("2026-01-02T12:00:00Z")],
      corrections: [
        { ...at("2026-01-02T18:00:00Z"), note: "It was red." },
        { ...at("2026-01-05T18:00:00Z"), note: "It was blue." },
      ],
    });
    expect(told(view.published)).toBe(true);
    expect(told(view.updated?.date)).toBe(true);
    expect(view.corrections.map(({ date }) => told(date))).toEqual([true, false]);
    expect(told(view.corrected)).toBe(false);
    expect(told(viewOf(published).published)).toBe(false);
  });

  test("is listed only where there is more to say than the head says", () => {
    expect(viewOf({ updates: [{ ...at("2026-01-02T10:00:00Z"), note: "More." }] }).updates).toEqual(
      [],
    );
    expect(
      viewOf({ updates: [at("2026-01-02T10:00:00Z"), at("2026-01-03T10:00:00Z")] }).updates,
    ).toEqual([]);
    expect(viewOf({}).updated).toBeUndefined();
  });
});

describe("the time it takes to read", () => {
  const metadata = { ...anArticle({ day: "2026-01-01", slug: "a" }).metadata, words: 912 };

  test("follows from the language of the piece", () => {
    expect(viewOf({ metadata }).minutes).toBe(4);
    expect(viewOf({ metadata, language: "ar" }).minutes).toBe(7);
  });

  test("is not told of a live report, which nobody reads to its end", () => {
    expect(viewOf({ metadata, kind: "live" }).minutes).toBeUndefined();
  });
});

test("up to three authors are told of, as far as their data files say more than the byline", () => {
  const authors = {
    ann: {
      slug: "ann",
      name: "Ann",
      role: "Reporter",
      bio: "She reports.",
      url: "https://a.example/",
    },
    bea: { slug: "bea", name: "Bea" },
    cal: { slug: "cal", name: "Cal", bio: "He draws." },
    dee: { slug: "dee", name: "Dee", role: "Editor" },
  };
  const writers = (...names: string[]) => viewOf({ authors: names }, { authors }).writers;
  expect(writers("ann", "bea", "cal")).toEqual([
    { text: "Ann", href: "/authors/ann/", role: "Reporter", bio: "She reports." },
    { text: "Cal", href: "/authors/cal/", bio: "He draws." },
  ]);
  expect(writers("ann", "bea", "cal", "dee")).toEqual([]);
});

describe("a running story", () => {
  const pieces = [1, 2, 3, 4, 5, 6].map((day) =>
    anArticle({ day: `2026-01-0${day}`, slug: `piece-${day}`, story: "flood" }),
  );
  const maps = archiveMaps(
    aPublication(pieces, {
      stories: {
        flood: {
          slug: "flood",
          title: "The flood",
          summary: "It came.\n\n\nIt went.\n",
          ended: "2026-01-06",
          dates: [
            { day: "2026-01-05", what: "It goes." },
            { day: "2026-01-01", what: "It comes." },
          ],
        },
      },
    }),
  );

  test("leads from a piece to the three before it and the one after it", () => {
    const others = pieces.map((piece) => {
      const { story } = articleView(piece, maps);
      return [story?.next, ...(story?.previous ?? [])].map((teaser) => teaser?.href.slice(-2, -1));
    });
    expect(others).toEqual([
      ["2"],
      ["3", "1"],
      ["4", "2", "1"],
      ["5", "3", "2", "1"],
      ["6", "4", "3", "2"],
      [undefined, "5", "4", "3"],
    ]);
  });

  test("has a page with where it stands, its days in order and its end", () => {
    const { summary, dates, ended } = storyView("flood", maps);
    expect(summary).toEqual(["It came.", "It went."]);
    expect(dates.map(({ what }) => what)).toEqual(["It comes.", "It goes."]);
    expect(ended?.day).toBe("2026-01-06");
  });
});
