import { describe, expect, test } from "vitest";
import { createProgress, formatCount, formatDuration } from "./progress.ts";

function watch({ isTty, columns }: { isTty: boolean; columns?: number }) {
  const written: string[] = [];
  const clock = { time: 0 };
  const stream = { write: (text: string) => written.push(text), columns };
  const progress = createProgress({ stream, isTty, now: () => clock.time });
  return { written, clock, progress };
}

describe("progress on a terminal", () => {
  test("is one line with a bar, a count, a share and the time left", () => {
    const { written, clock, progress } = watch({ isTty: true });
    const stage = progress.stage("Rendering", 10_000);
    clock.time = 4000;
    stage.advance(2500);
    expect(written.at(-1)).toBe(
      "\rRendering  [#####               ]  2,500/10,000  25 %  12 s left\u001b[K",
    );
    expect(written.join("")).not.toContain("\n");
  });

  test("is redrawn ten times a second at most", () => {
    const { written, clock, progress } = watch({ isTty: true });
    const stage = progress.stage("Rendering", 1000);
    for (; clock.time < 1000; clock.time++) stage.advance();
    expect(written.length).toBeLessThanOrEqual(10);
  });

  test("is cleared at the end, and leaves a remark if there is one", () => {
    const { written, clock, progress } = watch({ isTty: true });
    progress.stage("Reading").done();
    expect(written).toEqual(["\rReading\u001b[K", "\r\u001b[K"]);
    const stage = progress.stage("Rendering", 2);
    stage.advance(2);
    clock.time = 1500;
    stage.done("1 unchanged");
    stage.done("said twice");
    expect(written.at(-1)).toBe("Rendering: 2 in 1.5 s, 1 unchanged\n");
  });

  test("never wraps", () => {
    const { written, clock, progress } = watch({ isTty: true, columns: 20 });
    const stage = progress.stage("Rendering", 10);
    clock.time = 200;
    stage.advance();
    for (const text of written)
      expect(text.replace(/[\r\n]|\u001b\[K/g, "").length).toBeLessThan(20);
  });

  test("makes room for lines of the log", () => {
    const { written, progress } = watch({ isTty: true });
    progress.stage("Reading");
    progress.log("warning");
    expect(written.slice(1)).toEqual(["\r\u001b[K", "warning\n", "\rReading\u001b[K"]);
  });
});

describe("progress elsewhere", () => {
  test("is a line when a stage begins and one when it ends", () => {
    const { written, clock, progress } = watch({ isTty: false });
    const stage = progress.stage("Rendering", 1234);
    for (let done = 0; done < 1234; done++) stage.advance();
    clock.time = 61_000;
    stage.done();
    expect(written).toEqual(["Rendering (1,234)\n", "Rendering: 1,234 in 1 min 1 s\n"]);
  });
});

test("counts and durations read the same in every locale", () => {
  expect([0, 999, 1000, 1234567].map(formatCount)).toEqual(["0", "999", "1,000", "1,234,567"]);
  expect([0, 940, 9960, 59_600, 3_600_000].map(formatDuration)).toEqual([
    "0.0 s",
    "0.9 s",
    "10 s",
    "1 min 0 s",
    "60 min 0 s",
  ]);
});
