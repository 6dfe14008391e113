import { expect, test } from "vitest";
import { helpingWorkers } from "./render-plan.ts";

test("there are as many helpers as further cores, but none where each had little to do", () => {
  expect(helpingWorkers(150, 2)).toBe(1);
  expect(helpingWorkers(150, 4)).toBe(3);
  expect(helpingWorkers(150, 1)).toBe(0);
  expect(helpingWorkers(150, 0)).toBe(0);
  expect(helpingWorkers(3, 8)).toBe(0);
  expect(helpingWorkers(45, 8)).toBe(2);
  expect(helpingWorkers(1500, 8)).toBe(7);
});
