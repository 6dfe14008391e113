import { describe, expect, test } from "vitest";
import { ageOf } from "./age.ts";

const ZONE = "America/New_York";
const at = (moment: string): number => Date.parse(moment);

function age(written: string, now: string, language = "en", timezone = ZONE): string {
  return ageOf(written, at(now), language, timezone);
}

describe("a piece whose time is known", () => {
  const written = "2026-11-20T08:30:00-05:00";

  test("is minutes old in its first hour, and hours in its first day", () => {
    expect(age(written, "2026-11-20T13:30:00Z")).toBe("1 minute ago");
    expect(age(written, "2026-11-20T13:30:59Z")).toBe("1 minute ago");
    expect(age(written, "2026-11-20T14:29:59Z")).toBe("59 minutes ago");
    expect(age(written, "2026-11-20T14:30:00Z")).toBe("1 hour ago");
    expect(age(written, "2026-11-21T13:29:59Z")).toBe("23 hours ago");
  });

  test("is then as many days old as the publication's calendar says, up to the sixth", () => {
    expect(age(written, "2026-11-21T13:30:00Z")).toBe("yesterday");
    expect(age(written, "2026-11-22T04:59:00Z")).toBe("yesterday");
    expect(age(written, "2026-11-22T05:00:00Z")).toBe("2 days ago");
    expect(age(written, "2026-11-27T04:59:00Z")).toBe("6 days ago");
    expect(age(written, "2026-11-27T05:00:00Z")).toBe("");
  });

  test("has no age by a clock that is slow, and none by one that is far ahead", () => {
    expect(age(written, "2026-11-20T13:29:59Z")).toBe("");
    expect(age(written, "2031-01-01T00:00:00Z")).toBe("");
  });
});

describe("a piece of which only the day is known", () => {
  test("is of today, yesterday, and so on where the publication is, not where the reader is", () => {
    expect(age("2026-11-20", "2026-11-20T05:00:00Z")).toBe("today");
    expect(age("2026-11-20", "2026-11-21T04:59:59Z")).toBe("today");
    expect(age("2026-11-20", "2026-11-21T05:00:00Z")).toBe("yesterday");
    expect(age("2026-11-20", "2026-11-19T14:00:00Z", "en", "Asia/Tokyo")).toBe("");
    expect(age("2026-11-20", "2026-11-19T15:00:00Z", "en", "Asia/Tokyo")).toBe("today");
  });

  test("has no age before that day has begun", () => {
    expect(age("2026-11-20", "2026-11-20T04:59:59Z")).toBe("");
  });
});

test("the age is told in the language of the page", () => {
  const written = "2026-11-20T08:30:00-05:00";
  expect(age(written, "2026-11-20T16:30:00Z", "fr")).toBe("il y a 3 heures");
  expect(age(written, "2026-11-22T16:30:00Z", "fr")).toBe("avant-hier");
  expect(age(written, "2026-11-20T16:30:00Z", "ar")).toBe("قبل 3 ساعات");
  expect(age(written, "2026-11-21T16:30:00Z", "ar")).toBe("أمس");
});
