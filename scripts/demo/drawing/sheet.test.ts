import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { openTypefaces } from "../images/typefaces.ts";
import type { Typefaces } from "../images/image.ts";
import { widthOf, words } from "./lettering.ts";
import { area, outline, placed } from "./mark.ts";
import { line, rectangle } from "./shape.ts";
import { printed } from "./sheet.ts";
import type { Sheet } from "./sheet.ts";

let faces: Typefaces;

beforeAll(async () => {
  faces = await openTypefaces((path) => readFileSync(path));
});

const EMPTY: Sheet = {
  name: "test",
  title: "Salt & vinegar",
  width: 40,
  height: 30,
  accent: "seo",
  marks: [],
};

test("a picture carries the colours of the day as attributes and those of the night in its style", () => {
  const marks = [area("accent", rectangle(1, 2, 3, 4)), outline("ink", 2, line([0, 0], [5, 5]))];
  expect(printed({ ...EMPTY, marks, ground: "paper" })).toBe(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30">
  <title>Salt &amp; vinegar</title>
  <style>@media (prefers-color-scheme: dark) { .accent { fill: #93c79a } .paper { fill: #171513 } .ink-line { stroke: #ece8e1 } }</style>
  <path class="paper" fill="#fdfcf9" d="M0 0H40V30H0Z"/>
  <path class="accent" fill="#2f6b3a" d="M1 2H4V6H1Z"/>
  <path fill="none" class="ink-line" stroke="#1a1816" stroke-width="2" d="M0 0L5 5"/>
</svg>
`,
  );
});

test("each letter is drawn once, and stands wherever the words have it", () => {
  const setting = { face: faces.sans, size: 20, x: 0, y: 20 };
  const svg = printed({
    ...EMPTY,
    marks: [words("ink", "noon", setting), placed({ x: 1, y: 2 }, words("ink", "no", setting))],
  });
  expect(svg.match(/<path id="test-r\d+"/g)).toHaveLength(2);
  expect(svg.match(/<use href="#test-r\d+"/g)).toHaveLength(6);
});

test("words end, or have their middle, where they are told to", () => {
  const setting = { face: faces.sansBold, size: 50, x: 400, y: 0 };
  const width = widthOf("Reach", setting);
  const left = (align: "end" | "middle" | "start"): number => {
    const mark = words("ink", "Reach", { ...setting, align });
    return mark.kind === "words" ? mark.line.x : NaN;
  };
  expect(width).toBeGreaterThan(100);
  expect(left("start")).toBe(400);
  expect(left("middle")).toBeCloseTo(400 - width / 2);
  expect(left("end")).toBeCloseTo(400 - width);
});

test("pairs of letters are kerned", () => {
  const { face, size } = { face: faces.sans, size: 1000 };
  const apart = widthOf("A", { face, size }) + widthOf("V", { face, size });
  expect(widthOf("AV", { face, size })).toBeLessThan(apart);
});

test("a letter that the face lacks is refused", () => {
  expect(() => words("ink", "☃", { face: faces.sans, size: 20, x: 0, y: 0 })).toThrow(/no letter/);
});
