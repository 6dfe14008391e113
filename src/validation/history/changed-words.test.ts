import { expect, test } from "vitest";
import { changedWords } from "./changed-words.ts";

const text = (body: string, file = "a.mdx") => ({
  file,
  text: `---\ntitle: T\n---\n\n${body}\n`,
  title: "T",
  description: "D",
});

test.each<[why: string, before: string, now: string, words: number]>([
  ["markup", "The *lock* opens.", "The **lock** opens.\n", 0],
  ["blanks and line ends", "The lock\nopens.", "The   lock opens.", 0],
  ["the form of quotation marks", '"The lock" opens', "“The lock” opens", 0],
  ["the target of a link", "[The lock](/a/) opens", "[The lock](/b/) opens", 0],
  ["order", "One two three", "Three two One".replace("Three", "three"), 0],
  ["a word", "The lock opens.", "The gate opens.", 1],
  ["words that were added", "One.", "One two three.", 2],
  ["words that were removed", "One two three.", "One.", 2],
  ["signs of a script without blanks", "今日は雨です", "今日は雪です", 1],
])("%s", (_, before, now, words) => {
  expect(changedWords(text(before), text(now))).toBe(words);
});

test("another format is the same text", () => {
  expect(changedWords(text("The *lock* opens.", "a.md"), text("The *lock* opens."))).toBe(0);
});
