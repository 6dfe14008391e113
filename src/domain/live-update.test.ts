import { expect, test } from "vitest";
import { newestUpdateFirst, updateId } from "./live-update.ts";

test("an update is named after its second in UTC, or by the name it was given", () => {
  expect(updateId(Date.parse("2026-11-12T14:05:09-05:00"))).toBe("update-20261112-190509");
  expect(updateId(Date.parse("2026-11-12T19:05:09.900Z"))).toBe("update-20261112-190509");
  expect(updateId(0, "lock-open")).toBe("update-lock-open");
});

test("updates stand newest first, of one second the one with a name before the one without", () => {
  const updates = [
    { id: "update-19700101-000001", instant: 1000 },
    { id: "update-19700101-000002", instant: 2000 },
    { id: "update-lock-open", instant: 1000 },
  ];
  const sorted = updates.toSorted(newestUpdateFirst).map(({ id }) => id);
  expect(sorted).toEqual(["update-19700101-000002", "update-lock-open", "update-19700101-000001"]);
  expect(
    updates
      .toReversed()
      .sort(newestUpdateFirst)
      .map(({ id }) => id),
  ).toEqual(sorted);
});
