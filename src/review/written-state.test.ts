import { describe, expect, test } from "vitest";
import { hasUnreadTime, isPublicAsWritten } from "./written-state.ts";

const text = (lines: string, body = "Words."): string => `---\n${lines}\n---\n\n${body}\n`;
const BEFORE = "title: A\ndate: 2026-03-01\nimage:\n  src: ./a.jpg";
const options = {
  before: text(BEFORE),
  now: Date.parse("2026-04-01T12:00:00Z"),
  timezone: "Europe/London",
};

describe("a text with errors that was public may be quoted", () => {
  test.each([
    ["with a colon in its headline", text(BEFORE.replace("A", "A: a story"))],
    ["with a key misspelt", text(BEFORE.replace("title", "titel"))],
    ["with a further key that there is", text(`${BEFORE}\nkicker: [`)],
    ["with another day that is past", text(BEFORE.replace("01", "02").replace("src", "sorce"))],
    ["that says itself that it is no draft, as before", text(`${BEFORE}\ntitel: A`)],
  ])("%s", (_, written) => {
    expect(isPublicAsWritten(written, options)).toBe(true);
  });
});

describe("a text with errors is not to be quoted", () => {
  test.each([
    ["without front matter", "Words."],
    ["with a date that is none", text("title: A\ndate: soon")],
    ["with a date of days to come", text("title: A\ndate: 2026-04-02")],
    ["of later today", text("title: A\ndate: 2026-04-01T13:00:01Z")],
    ["of a time today that may be later", text("title: A\ndate: 2026-04-01 08:00")],
    ["with a date in words", text("title: A\ndate: 5 January 2027")],
    ["with a change in words", text(`${BEFORE}\nupdated: { date: 5 January 2027, note: N }`)],
    ["with a change below its key", text(`${BEFORE}\nupdated:\n  5 January 2027`)],
    ["with a list of changes", text(`${BEFORE}\nupdated:\n  - { date: 1/5/27, note: N }`)],
    ["with a correction", text(`${BEFORE}\ncorrections:\n  - date: 1 May\n    note: N`)],
    ["that is a draft", text(`${BEFORE}\ndraft: true`)],
    ["that is one in capitals", text(`${BEFORE}\nDraft: true`)],
    ["that is one, misspelt", text(`${BEFORE}\ndraaft: true`)],
    ["that is one by its status", text(`${BEFORE}\nstatus: draft`)],
    ["that has a status", text(`${BEFORE}\nstatus: wip`)],
    ["that is not published", text(`${BEFORE}\npublished: false`)],
    ["that may be a draft, indented", text(`${BEFORE}\n  dratf: true`)],
    ["with a key in another notation", text(`${BEFORE}\n? dratf\n: true`)],
    [
      "with a part that is dated later",
      text(`${BEFORE}\ntitel: A`, '<LiveUpdate time="2026-04-02T08:00Z">'),
    ],
    [
      "with a part that is dated in words",
      text(`${BEFORE}\ntitel: A`, '<LiveUpdate time="5 May 2026">'),
    ],
    ["with a change of later today", text(`${BEFORE}\nupdated: 2026-04-01T20:00:00Z`)],
  ])("%s", (_, written) => {
    expect(isPublicAsWritten(written, options)).toBe(false);
  });

  test("that readers did not have at the base", () => {
    expect(isPublicAsWritten(text(BEFORE), { ...options, before: undefined })).toBe(false);
  });
});

test("a time that is not written as times are is not read", () => {
  expect(['<LiveUpdate time="2026-04-02T08:00Z">', "Time flies."].map(hasUnreadTime)).toEqual([
    false,
    false,
  ]);
  expect(['time="soon"', "time = {soon}", 'time\n=\n"2 May"', "time="].map(hasUnreadTime)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});
