import { describe, expect, test } from "vitest";
import { treeHtml } from "../tree-html.ts";
import { chartFormat } from "./chart-format.ts";
import { readTable } from "./chart-table.ts";
import type { ChartTable, WrittenCell } from "./chart-table.ts";
import { drawChart, SHEETS } from "./draw-chart.ts";
import type { ChartOptions } from "./draw-chart.ts";
import type { Drawing, Part } from "./drawing.ts";
import { drawingTree } from "./drawing-tree.ts";
import { textWidth, wrapped } from "./text-measure.ts";

function tableOf(columns: string[], rows: WrittenCell[][]): ChartTable {
  const { table } = readTable(columns, rows);
  if (table === undefined) throw new Error("These figures cannot be read.");
  return table;
}

function options(
  kind: ChartOptions["kind"],
  table: ChartTable,
  changes: Partial<ChartOptions> = {},
): ChartOptions {
  return { kind, table, unit: "", language: "en", fromRight: false, ...changes };
}

const clicks = tableOf(
  ["Year", "Share"],
  [
    ["2024", 40],
    ["2025", 31],
    ["2026", 22],
  ],
);
const ways = tableOf(
  ["Month", "Search", "Social"],
  [
    ["2025-11", 40, 12],
    ["2025-12", 31, ""],
    ["2026-01", -22.5, 14],
  ],
);
const outlets = tableOf(
  ["Outlet", "Readers"],
  [
    ["The Daily Example of the Northern Counties", 1_250_000],
    ["Us", 0],
  ],
);

const unbroken = tableOf(
  ["Law", "Rindfleischetikettierungs".repeat(4), "Überwachungsaufgaben".repeat(4)],
  [
    ["Übertragungsgesetz".repeat(5), 3, 4],
    ["Gesetzesübertragung".repeat(5), 5, 6],
  ],
);

/** Every sort of chart, for what must hold of all of them. */
const ALL: [string, ChartOptions][] = [
  ["columns", options("column", clicks, { unit: "%" })],
  ["grouped columns", options("column", ways)],
  ["columns whose names have no room", options("column", outlets)],
  ["bars", options("bar", outlets)],
  ["grouped bars", options("bar", ways, { unit: "USD" })],
  ["a line", options("line", clicks)],
  ["lines with a gap", options("line", ways, { unit: "points" })],
  ["columns with names that do not break", options("column", unbroken)],
  ["bars with names that do not break", options("bar", unbroken)],
  ["lines with names that do not break", options("line", unbroken)],
  ["one point", options("line", tableOf(["Year", "Share"], [["2026", 5]]))],
  [
    "noughts alone",
    options(
      "column",
      tableOf(
        ["Year", "Share"],
        [
          ["2025", 0],
          ["2026", 0],
        ],
      ),
    ),
  ],
  ["sixty columns", options("column", long(60))],
  ["five hundred points", options("line", long(500))],
];

function long(rows: number): ChartTable {
  return tableOf(
    ["Day", "Visits"],
    Array.from({ length: rows }, (_, at) => [
      new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10),
      Math.round(1000 + 400 * Math.sin(at / 9)),
    ]),
  );
}

describe("a drawing", () => {
  test.each(ALL.slice(0, 7))("of %s", (_, drawn) => {
    const svg = treeHtml(drawingTree(drawChart(drawn, SHEETS.narrow), "chart-narrow", "Said."));
    expect(svg.replaceAll(/>( ?)</g, ">$1\n<")).toMatchSnapshot();
  });

  describe.each(ALL)("%s", (_, drawn) => {
    test.each(Object.entries(SHEETS))("stays on the sheet: %s", (_name, sheet) => {
      const drawing = drawChart(drawn, sheet);
      expect(drawing.height).toBeGreaterThan(0);
      for (const part of drawing.parts) {
        for (const [x, y] of cornersOf(part)) {
          expect(x).toBeGreaterThanOrEqual(-1);
          expect(x).toBeLessThanOrEqual(drawing.width + 1);
          expect(y).toBeGreaterThanOrEqual(-3);
          expect(y).toBeLessThanOrEqual(drawing.height + 1);
        }
      }
    });

    test("is as high in every language and unit, which the address of its picture relies on", () => {
      const heights = ["en", "fr", "ar", "de", "ja"].flatMap((language) =>
        ["", "%", "EUR", "kilometres"].map(
          (unit) => drawChart({ ...drawn, language, unit }, SHEETS.column).height,
        ),
      );
      expect(new Set(heights).size).toBe(1);
    });

    test("is the same the other way round for languages read from the right", () => {
      const [left, right] = [false, true].map((fromRight) =>
        drawChart({ ...drawn, fromRight }, SHEETS.column),
      ) as [Drawing, Drawing];
      const places = ({ parts }: Drawing) =>
        parts.flatMap((part) => (part.kind === "box" ? [part.x, part.x + part.width] : []));
      const round = (values: number[]) =>
        values.map((value) => Math.round(value)).sort((a, b) => a - b);
      expect(round(places(right))).toEqual(round(places(left).map((x) => left.width - x)));
    });
  });

  test("begins at nought, unless a line would show nothing from there", () => {
    const words = (figures: number[], kind: ChartOptions["kind"]): string[] =>
      drawChart(
        options(
          kind,
          tableOf(
            ["Year", "a", "b"],
            figures.map((one, at) => [String(2020 + at), one, one]),
          ),
        ),
        SHEETS.column,
      ).parts.flatMap((part) =>
        part.kind === "words" && part.role === "quiet" ? [part.text] : [],
      );
    expect(words([10, 40], "line")).toContain("0");
    expect(words([98, 99], "line")).not.toContain("0");
    expect(words([98, 99], "column")).toContain("0");
  });

  test("a gap parts a line, and a lonely point is still seen", () => {
    const gappy = tableOf(
      ["Year", "a"],
      [
        ["2020", 1],
        ["2021", 2],
        ["2022", ""],
        ["2023", 3],
        ["2024", ""],
        ["2025", 4],
        ["2026", 5],
      ],
    );
    const { parts } = drawChart(options("line", gappy), SHEETS.column);
    expect(parts.filter(({ kind }) => kind === "run")).toHaveLength(2);
    expect(parts.filter(({ kind }) => kind === "dot")).toHaveLength(5);
  });

  test("labels at the ends of lines do not cover each other", () => {
    const close = tableOf(
      ["Year", "a", "b", "c"],
      [
        ["2025", 1, 2, 3],
        ["2026", 3, 3.01, 3.02],
      ],
    );
    const { parts } = drawChart(options("line", close), SHEETS.column);
    const heights = parts
      .flatMap((part) => (part.kind === "words" && part.strong === true ? [part.at[1]] : []))
      .sort((a, b) => a - b);
    expect(heights).toHaveLength(3);
    for (const [at, height] of heights.entries())
      if (at > 0) expect(height - (heights[at - 1] ?? 0)).toBeGreaterThan(15);
  });
});

function cornersOf(part: Part): (readonly [number, number])[] {
  switch (part.kind) {
    case "rule":
      return [part.from, part.to];
    case "box":
      return [
        [part.x, part.y],
        [part.x + part.width, part.y + part.height],
      ];
    case "run":
      return [...part.points];
    case "dot":
      return [part.at];
    case "words": {
      const width = textWidth(part.text, part.size);
      const [x, y] = part.at;
      const start = x - { start: 0, middle: width / 2, end: width }[part.anchor];
      return [
        [start, y],
        [start + width, y],
      ];
    }
  }
}

describe("figures and times", () => {
  test.each(["en", "fr", "de", "ar-EG", "ja"])("in %s", (language) => {
    const said = (unit: string, table: ChartTable) => {
      const format = chartFormat(table, unit, language);
      const [first] = table.rows;
      return [
        format.name(first?.name ?? ""),
        ...[1234.5, -3].flatMap((one) => [format.value(one), format.tick(one), format.exact(one)]),
        format.time(Date.UTC(2025, 10, 3), true),
        format.time(Date.UTC(2025, 10, 3), false),
      ].join(" | ");
    };
    const daily = tableOf(["Day", "y"], [["2025-11-03", 1234.5]]);
    expect([
      said("", clicks),
      said("%", ways),
      said("USD", daily),
      said("kB", daily),
      said("", outlets),
    ]).toMatchSnapshot();
  });
});

describe("words", () => {
  test("are parted at spaces, and end in an ellipsis where there is no room", () => {
    expect(wrapped("one two three", 10, 45, 2)).toEqual({
      lines: ["one two", "three"],
      whole: true,
    });
    const cut = wrapped("one two three four", 10, 45, 2);
    expect(cut.whole).toBe(false);
    expect(cut.lines[1]).toMatch(/^three.*…$/);
    expect(wrapped("unbreakable", 10, 30, 1).lines[0]).toMatch(/…$/);
  });

  test("that are wider than a line are parted within themselves, and no sign is", () => {
    const { lines, whole } = wrapped("a wordwithoutaplace\u0301tobreak", 10, 40, 9);
    expect(whole).toBe(false);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join("")).toBe("awordwithoutaplace\u0301tobreak");
    for (const line of lines) {
      expect(textWidth(line, 10)).toBeLessThanOrEqual(40);
      expect(line).not.toMatch(/^\p{M}/u);
    }
  });

  test("in scripts of wide signs are wider", () => {
    expect(textWidth("日本", 10)).toBe(20);
    expect(textWidth("", 10)).toBe(0);
  });
});
