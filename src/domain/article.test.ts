import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { lastChange, opensWithStandfirst } from "./article.ts";

function opens(description: string, excerpt: string): boolean {
  const { metadata } = anArticle({ day: "2024-01-01", slug: "a" });
  return opensWithStandfirst({ description, metadata: { ...metadata, excerpt } });
}

const TEXT = "The federal government is abuzz with conversation about what comes next";

test("a text that begins with its standfirst does, whatever the signs and blanks between the letters", () => {
  expect(opens(`${TEXT}.`, `${TEXT}, they say, and then\u2026`)).toBe(true);
  expect(opens(`${TEXT}, they say, and then they wait for the answer.`, `${TEXT}\u2026`)).toBe(
    true,
  );
  expect(opens(TEXT.replaceAll(" ", "  "), TEXT)).toBe(true);
});

test("a standfirst of its own does not, nor one that is too short to tell", () => {
  expect(opens("What comes next, in three charts.", TEXT)).toBe(false);
  expect(opens("The federal government", TEXT)).toBe(false);
  expect(opens(TEXT, "")).toBe(false);
});

test("the newest update of a live blog is a change, and its first publication stays", () => {
  const { metadata, ...article } = anArticle({ day: "2024-01-01", slug: "a", instant: 1000 });
  const update = { id: "update-a", line: 1, column: 1 };
  const updates = [
    { ...update, instant: 3000 },
    { ...update, instant: 2000 },
  ];
  const blog = { ...article, metadata: { ...metadata, updates } };
  expect(lastChange({ ...article, metadata })).toBe(1000);
  expect(lastChange(blog)).toBe(3000);
  expect(
    lastChange({
      ...blog,
      updates: [{ instant: 4000, day: "2024-01-02", timed: true }],
      ended: 9000,
    }),
  ).toBe(4000);
  expect(blog.instant).toBe(1000);
});
