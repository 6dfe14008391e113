import { expect, test } from "vitest";
import { fitSections } from "./fit-sections.ts";
import type { Section } from "./fit-sections.ts";

const leftOut = (count: number, noun: string): string => `${count} ${noun} left out`;
const rows = (count: number): string[] => Array.from({ length: count }, (_, at) => `| row ${at} |`);
const section = (count: number, more: Partial<Section> = {}): Section => ({
  head: ["# Head", "| a |\n| - |"],
  rows: rows(count),
  share: 0.5,
  noun: "row",
  ...more,
});

test("all stands there where there is room", () => {
  const sections = [
    section(2, { foot: ["Foot"] }),
    section(0),
    section(0, { empty: ["# None", "Nothing"] }),
  ];
  expect(fitSections(["Top"], sections, 5000, leftOut)).toBe(
    "Top\n\n# Head\n\n| a |\n| - |\n| row 0 |\n| row 1 |\n\nFoot\n\n# None\n\nNothing\n",
  );
});

test.each([600, 1000, 5000, 20_000])("of %i characters none is exceeded", (most) => {
  const text = fitSections(["Top"], [section(2000), section(2000, { share: 1 })], most, leftOut);
  expect(text.length).toBeLessThanOrEqual(most);
  expect(text.length).toBeGreaterThan(most - 400);
  expect(text.match(/\d+ row left out/g)).toHaveLength(2);
});

test("what one section does not need is for those behind it", () => {
  const text = fitSections([], [section(1), section(100, { share: 1 })], 2600, leftOut);
  expect(text).not.toContain("left out");
});
