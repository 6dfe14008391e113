import { describe, expect, test } from "vitest";
import { isPublicAsWritten } from "./written-state.ts";

const options = { now: Date.parse("2026-04-01T12:00:00Z"), timezone: "Europe/London" };
const text = (lines: string, body = "Words."): string => `---\n${lines}\n---\n\n${body}\n`;

test("a text with errors is public if it says so itself", () => {
  expect(isPublicAsWritten(text("titel: A\ndate: 2026-03-01"), options)).toBe(true);
  expect(isPublicAsWritten(text("titel: A\ndate: 2026-04-01\ndraft: false"), options)).toBe(true);
});

describe("a text with errors is not public", () => {
  test.each([
    ["without front matter", "Words."],
    ["whose front matter cannot be read", text("date: 2026-03-01\ntitle: [")],
    ["without a date", text("title: A")],
    ["with a date that is none", text("date: soon")],
    ["with a date of days to come", text("date: 2026-04-02")],
    ["of later today", text("date: 2026-04-01T13:00:01Z")],
    ["that is a draft", text("date: 2026-03-01\ndraft: true")],
    ["that may be a draft", text('date: 2026-03-01\ndraft: "yes"')],
    [
      "with a part that is dated later",
      text("date: 2026-03-01", '<LiveUpdate time="2026-04-02T08:00Z">'),
    ],
    ["with a change of later today", text("date: 2026-03-01\nupdated: 2026-04-01T20:00:00Z")],
  ])("%s", (_, written) => {
    expect(isPublicAsWritten(written, options)).toBe(false);
  });
});
