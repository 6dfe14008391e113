import { describe, expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Publication } from "../domain/publication.ts";
import { changedAddresses, isAlarming } from "./changed-addresses.ts";
import type { AddressChange } from "./changed-addresses.ts";

const one = anArticle({ day: "2026-03-02", slug: "one" });
const two = anArticle({ day: "2026-03-03", slug: "two" });
const paper = (articles: Publication["articles"], more: Partial<Publication> = {}): Publication =>
  aPublication(articles, more);
const changes = (
  before: Publication,
  after: Publication,
  { held = [], moved = {} }: { held?: string[]; moved?: Record<string, string> } = {},
): AddressChange[] =>
  changedAddresses(before, after, {
    held: new Set(held),
    moved: new Map(Object.entries(moved)),
  });

test("nothing is told where nothing changed", () => {
  expect(changes(paper([one, two]), paper([one, { ...two, title: "Another" }]))).toEqual([]);
});

test("a new text is told by its own address alone", () => {
  expect(
    changes(paper([one]), paper([one, anArticle({ day: "2025-01-01", slug: "old" })])),
  ).toEqual([{ is: "added", path: "/2025/01/old/" }]);
});

describe("an address that is gone", () => {
  test("alarms", () => {
    expect(changes(paper([one, two]), paper([one]))).toEqual([
      { is: "removed", path: "/2026/03/two/" },
    ]);
  });

  test("does not if it was taken down", () => {
    const takedowns = [{ path: two.path, day: "2026-04-01" }];
    const found = changes(paper([one, two]), paper([one], { takedowns }));
    expect(found).toEqual([{ is: "taken-down", path: two.path }]);
    expect(found.some(isAlarming)).toBe(false);
  });

  test("alarms otherwise if its text is there and not public", () => {
    expect(changes(paper([one, two]), paper([one]), { held: [two.path] })).toEqual([
      { is: "withdrawn", path: two.path },
    ]);
  });

  test("of a section alarms, and of a list of a time does not", () => {
    const before = paper([one, anArticle({ day: "2025-01-01", slug: "old", category: "arts" })], {
      categories: [
        { slug: "news", title: "News", order: 1 },
        { slug: "arts", title: "Arts", order: 2 },
      ],
    });
    const found = changes(before, paper([one]));
    expect(found.filter(isAlarming)).toEqual([
      { is: "removed", path: "/2025/01/old/" },
      { is: "removed", path: "/arts/" },
    ]);
    expect(found).toContainEqual({ is: "list-removed", path: "/2025/01/" });
  });

  test("of a file alarms", () => {
    const before = paper([one], { files: { "/report.pdf": "public/report.pdf" } });
    expect(changes(before, paper([one]))).toEqual([{ is: "removed", path: "/report.pdf" }]);
  });
});

describe("a text that has moved", () => {
  const moved = { ...two, path: "/2026/03/deux/", slug: "deux", file: "articles/2026/03/deux.mdx" };

  test("with a redirect is told with both addresses", () => {
    const found = changes(
      paper([one, two]),
      paper([one, moved], { moved: [{ from: two.path, to: moved.path }] }),
    );
    expect(found).toEqual([{ is: "moved", path: two.path, to: moved.path }]);
  });

  test("without one alarms", () => {
    const found = changes(paper([one, two]), paper([one, moved]), {
      moved: { [two.path]: moved.path },
    });
    expect(found).toEqual([{ is: "moved-without-redirect", path: two.path, to: moved.path }]);
  });
});

test("a redirect that is taken away alarms, unless a text stands there now", () => {
  const before = paper([one], { moved: [{ from: "/old/", to: one.path }] });
  expect(changes(before, paper([one]))).toEqual([
    { is: "redirect-removed", path: "/old/", to: one.path },
  ]);
  const page = {
    file: "pages/old.md",
    format: "md",
    digest: "d",
    slug: "old",
    path: "/old/",
  } as const;
  const pages = [{ ...page, title: "Old", metadata: one.metadata }];
  expect(changes(before, paper([one], { pages }))).toEqual([{ is: "added", path: "/old/" }]);
});
