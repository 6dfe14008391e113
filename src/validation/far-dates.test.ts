import { withContentFolder } from "../domain/content-path.ts";
import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { farDateDiagnostics } from "./far-dates.ts";

const NOW = Date.parse("2026-04-01T12:00:00Z");

function told(day: string, folder = day.slice(0, 7).replace("-", "/"), written = day): string[] {
  const file = `articles/${folder}/story.mdx`;
  const article = { ...anArticle({ day, slug: "story" }), file, instant: Date.parse(day) };
  const textOf = () => `---\ntitle: A\ndate: ${written} # so\n---\n`;
  return farDateDiagnostics([article], { now: NOW, free: (path) => path, textOf }).map(
    ({ line, column, length, message, fix }) =>
      withContentFolder(`${line}:${column}+${length} ${message} ${fix}`, "content/"),
  );
}

test.each([
  ["2026-12-24", undefined],
  ["2027-03-30", undefined],
  ["1923-03-02", undefined],
])("%s is no far date", (day, folder) => {
  expect(told(day, folder)).toEqual([]);
});

test("a far date is told with the year of the folder, or with this one", () => {
  expect([
    ...told("2062-03-12"),
    ...told("2062-03-12", "2026/03", "2062-03-12T09:30:00Z"),
    ...told("2027-06-01"),
    ...told("2206-03-12", "2026/04"),
    ...told("1026-03-12"),
    ...told("1026-03-12", "2025/03"),
    ...told("2999-01-01"),
    ...told("2062-03-12", "2026/03", "'2062-03-12'"),
  ]).toMatchInlineSnapshot(`
    [
      "3:7+10 The date is 2062-03-12, so nobody sees the article for 35 years. Write \`date: 2026-03-12\` and move the file to \`content/articles/2026/03/story.mdx\`; leave it if the year is right.",
      "3:7+20 The date is 2062-03-12, so nobody sees the article for 35 years. Write \`date: 2026-03-12T09:30:00Z\`; leave it if the year is right.",
      "3:7+10 The date is 2027-06-01, so nobody sees the article for more than a year. Write \`date: 2026-06-01\` and move the file to \`content/articles/2026/06/story.mdx\`; leave it if the year is right.",
      "3:7+10 The date is 2206-03-12, so nobody sees the article for 179 years. Write \`date: 2026-03-12\` and move the file to \`content/articles/2026/03/story.mdx\`; leave it if the year is right.",
      "3:7+10 The date is 1026-03-12, which is before there were newspapers. Write \`date: 2026-03-12\` and move the file to \`content/articles/2026/03/story.mdx\`; leave it if the year is right.",
      "3:7+10 The date is 1026-03-12, which is before there were newspapers. Write \`date: 2025-03-12\`; leave it if the year is right.",
      "3:7+10 The date is 2999-01-01, so nobody sees the article for 970 years. Leave it if it is right; otherwise correct the year.",
      "3:8+10 The date is 2062-03-12, so nobody sees the article for 35 years. Write \`date: 2026-03-12\`; leave it if the year is right.",
    ]
  `);
});

test("a draft may have any date", () => {
  const draft = { ...anArticle({ day: "2062-03-12", slug: "a" }), draft: true };
  const sources = { now: NOW, free: (path: string) => path, textOf: () => "" };
  expect(farDateDiagnostics([draft], sources)).toEqual([]);
});
