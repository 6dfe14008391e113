import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { opensWithStandfirst } from "./article.ts";

function opens(description: string, excerpt: string): boolean {
  const { facts } = anArticle({ day: "2024-01-01", slug: "a" });
  return opensWithStandfirst({ description, facts: { ...facts, excerpt } });
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
