import { describe, expect, test } from "vitest";
import { slugify } from "./slug.ts";
import { differsBySign, withSignsAsWords } from "./tag-sign.ts";

describe("tags that may be two things", () => {
  test.each([
    [".net", "net", "dot net"],
    [".NET", "Net", "dot NET"],
    ["*nix", "nix", "star nix"],
    ["A-", "A", "A minus"],
    ["100%", "100", "100 percent"],
    ["$5", "5", "dollar 5"],
    ["-5", "5", "minus 5"],
    ["~home", "home", "tilde home"],
    ["A*", "A", "A star"],
    ["ASP.NET", ".asp net", undefined],
  ])("%s and %s", (one, other, written) => {
    expect(slugify(one)).toBe(slugify(other));
    expect(differsBySign(one, other)).toBe(true);
    expect(differsBySign(other, one)).toBe(true);
    if (written === undefined) return;
    expect(withSignsAsWords(one)).toBe(written);
    expect(slugify(written)).not.toBe(slugify(one));
  });
});

describe("ways to spell one thing", () => {
  test.each([
    ["Core Update", "core-update"],
    ["Node.js", "node js"],
    ["Yahoo!", "Yahoo"],
    ["(live)", "Live"],
    ["“Feeds”", "feeds"],
    ["Editor’s pick", "Editors pick"],
    ["R&D", "R and D"],
    ["A/B testing", "a b testing"],
    ["News — world", "news world"],
    ["Inc.", "inc"],
  ])("%s and %s", (one, other) => {
    expect(slugify(one)).toBe(slugify(other));
    expect(differsBySign(one, other)).toBe(false);
  });
});

test("C, C++ and C# have pages of their own", () => {
  expect(new Set(["C", "C++", "C#"].map(slugify)).size).toBe(3);
});

test("a sign without a name is not written as a word", () => {
  expect(withSignsAsWords("☃snow")).toBeUndefined();
});
