import { expect, test } from "vitest";
import { datedCorrection, isShownBy } from "./shown-correction.ts";

const instant = Date.parse("2026-12-01T08:30:00Z");
const timed = datedCorrection({ day: "2026-12-01", instant, timed: true });
const plain = datedCorrection({ day: "2026-12-01", instant: Date.parse("2026-12-01T00:00:00Z") });

test.each([
  ["2026-12-01", true, true],
  ["2026-12-01T08:30:00Z", true, false],
  ["2026-12-01T09:30:00+01:00", true, false],
  ["2026-12-01T08:30Z", true, false],
  ["2026-12-01T08:31:00Z", false, false],
  ["2026-12-01T00:00:00Z", false, false],
  ["2026-12-02", false, false],
  ["today", false, false],
])("%s shows a correction with that time, or one with that day alone", (written, ...shown) => {
  expect([isShownBy(written, timed), isShownBy(written, plain)]).toEqual(shown);
});
