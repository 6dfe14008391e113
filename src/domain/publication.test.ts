import { describe, expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import {
  isPinned,
  isPublished,
  nextMoment,
  nextPublish,
  nextPublishAt,
  topicsOf,
} from "./publication.ts";

const NOW = Date.UTC(2024, 0, 2);
const HOUR = 3_600_000;

function article(changes: Partial<ReturnType<typeof anArticle>>) {
  return anArticle({ day: "2024-01-01", slug: "piece", ...changes });
}

describe("what is published", () => {
  test("is what is dated until now, to the millisecond", () => {
    expect(isPublished(article({ instant: NOW }), NOW, new Set())).toBe(true);
    expect(isPublished(article({ instant: NOW + 1 }), NOW, new Set())).toBe(false);
  });

  test("is no draft and nothing that was taken down", () => {
    expect(isPublished(article({ draft: true }), NOW, new Set())).toBe(false);
    const piece = article({});
    expect(isPublished(piece, NOW, new Set([piece.path]))).toBe(false);
  });
});

describe("a pin", () => {
  test("holds without end, or until its instant", () => {
    expect(isPinned(article({}), NOW)).toBe(false);
    expect(isPinned(article({ pin: true }), NOW)).toBe(true);
    expect(isPinned(article({ pin: NOW + 1 }), NOW)).toBe(true);
    expect(isPinned(article({ pin: NOW }), NOW)).toBe(false);
  });
});

describe("the next wake", () => {
  test("is the earliest date of an article held back or end of a pin", () => {
    const scheduled = article({ instant: NOW + 2 * HOUR });
    const pinned = article({ pin: NOW + HOUR });
    expect(nextPublishAt([scheduled], NOW)).toBe(NOW + 2 * HOUR);
    expect(nextPublishAt([scheduled, pinned], NOW)).toBe(NOW + HOUR);
  });

  test("is never the moment itself", () => {
    expect(
      nextPublishAt([article({ instant: NOW }), article({ pin: NOW })], NOW, [NOW]),
    ).toBeUndefined();
  });

  test("is not the end of a pin before its article is published", () => {
    expect(nextPublishAt([article({ instant: NOW + 2 * HOUR, pin: NOW + HOUR })], NOW)).toBe(
      NOW + 2 * HOUR,
    );
  });

  test("is the time of the next part of a published article that is dated later", () => {
    const at = (hours: number) => ({ instant: NOW + hours * HOUR, day: "2024-01-02", note: "A" });
    const update = { id: "update-a", instant: NOW + 4 * HOUR, line: 9, column: 1 };
    const metadata = { ...article({}).metadata, updates: [update] };
    expect(nextPublishAt([article({ updates: [{ ...at(2), timed: true }] })], NOW)).toBe(
      NOW + 2 * HOUR,
    );
    expect(nextPublishAt([article({ corrections: [at(-1), at(3)] })], NOW)).toBe(NOW + 3 * HOUR);
    expect(nextPublishAt([article({ metadata })], NOW)).toBe(NOW + 4 * HOUR);
    expect(nextPublishAt([article({ ended: NOW + 5 * HOUR })], NOW)).toBe(NOW + 5 * HOUR);
    expect(nextPublishAt([article({ metadata })], NOW, [NOW - HOUR, NOW + HOUR])).toBe(NOW + HOUR);
    const scheduled = article({ instant: NOW + 9 * HOUR, corrections: [at(3)] });
    expect(nextPublishAt([scheduled], NOW)).toBe(NOW + 9 * HOUR);
  });

  test("is never for drafts, old pins and pins without end", () => {
    const others = [
      article({ draft: true, instant: NOW + HOUR }),
      article({ pin: NOW - HOUR }),
      article({ pin: true }),
    ];
    expect(nextPublishAt(others, NOW)).toBeUndefined();
  });
});

test("what is published next is named, by the clock of the publication", () => {
  const scheduled = article({ instant: NOW + 2 * HOUR, title: "The ferry" });
  const pinned = article({ file: "articles/2024/01/quay.mdx", title: "The quay", pin: NOW + HOUR });
  const timezone = "America/New_York";
  expect(nextPublish([scheduled], NOW, { timezone, comments: [] })).toEqual({
    instant: NOW + 2 * HOUR,
    local: "2024-01-01T21:00:00-05:00",
    file: scheduled.file,
    title: "The ferry",
    others: 0,
  });
  const comments = [
    { instant: NOW + HOUR, article: scheduled },
    { instant: NOW + HOUR, article: scheduled },
    { instant: NOW - HOUR, article: scheduled },
  ];
  expect(nextPublish([pinned, article({})], NOW, { timezone, comments })).toMatchObject({
    instant: NOW + HOUR,
    file: "articles/2024/01/quay.mdx",
    others: 1,
  });
  expect(nextPublish([], NOW, { timezone, comments })).toMatchObject({
    title: "The ferry",
    others: 0,
  });
  expect(nextPublish([article({})], NOW, { timezone, comments: [] })).toBeUndefined();
});

test("the next moment is that of any part of any article, published or not", () => {
  const draft = article({ draft: true, instant: NOW + 3 * HOUR });
  const scheduled = article({ instant: NOW + 9 * HOUR, pin: NOW + 2 * HOUR });
  expect(nextMoment([draft, scheduled], NOW)).toBe(NOW + 2 * HOUR);
  expect(nextMoment([draft], NOW, [NOW + HOUR])).toBe(NOW + HOUR);
  expect(nextMoment([article({ instant: NOW, pin: true })], NOW)).toBeUndefined();
});

test("two spellings of a tag are one topic, by the name that the publication gives it", () => {
  const tags = { ai: { slug: "ai", name: "Artificial intelligence" } };
  expect(topicsOf(article({ tags: ["AI", "ai", "Sea"] }), { tags })).toEqual([
    { slug: "ai", name: "Artificial intelligence" },
    { slug: "sea", name: "sea" },
  ]);
});
