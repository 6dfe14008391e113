import { expect, test } from "vitest";
import { middleRuns, together } from "./measured-step.ts";
import type { MeasuredStep } from "./measured-step.ts";

const step = (seconds: number, peakBytes?: number): MeasuredStep => ({
  by: "Stet",
  step: "clean",
  articles: 10,
  seconds,
  cpuSeconds: seconds * 2,
  ...(peakBytes === undefined ? {} : { peakBytes }),
});

test("the run in the middle by time counts, with the most memory of all", () => {
  expect(middleRuns([[step(9, 5)], [step(1, 7)], [step(4, 6)]])).toEqual([step(4, 7)]);
  expect(middleRuns([[step(1, 7)], [step(4, 6)]])).toEqual([step(4, 7)]);
  expect(middleRuns([[step(3)]])).toEqual([step(3)]);
});

test("each step has a middle of its own", () => {
  const other = { ...step(0), step: "one more" };
  const runs = [
    [step(3), { ...other, seconds: 1 }],
    [step(2), { ...other, seconds: 2 }],
    [step(1), { ...other, seconds: 9 }],
  ];
  expect(middleRuns(runs).map(({ seconds }) => seconds)).toEqual([2, 2]);
});

test("runs of other steps have no middle", () => {
  expect(() => middleRuns([[step(1)], []])).toThrow('"Stet: clean" as its step 1');
  expect(() => middleRuns([[step(1)], [{ ...step(1), step: "one more" }]])).toThrow("step 1");
});

test("steps one after the other take their times together and the most memory of one", () => {
  expect(together("Both", "clean", [step(1, 7), step(4, 6)])).toEqual({
    by: "Both",
    step: "clean",
    articles: 10,
    seconds: 5,
    cpuSeconds: 10,
    peakBytes: 7,
  });
  const untold = { by: "Stet", step: "clean", articles: 10, seconds: 1 };
  expect(together("Both", "clean", [step(1), untold])).not.toHaveProperty("cpuSeconds");
});
