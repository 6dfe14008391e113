import { describe, expect, test } from "vitest";
import { MOST_ROWS, readTable } from "./chart-table.ts";
import { kindFault, timesOf } from "./chart-time.ts";

function messages(columns: string[], rows: (string | number)[][]): string[] {
  return readTable(columns, rows).faults.map(({ message, fix }) => `${message} ${fix}`);
}

describe("figures", () => {
  test("are read from numbers and from texts; an empty cell is a gap", () => {
    const { table, faults } = readTable(
      [" Year ", "a", "b"],
      [
        ["2024", 1.5, "−2"],
        [2025, "", " 1e3 "],
      ],
    );
    expect(faults).toEqual([]);
    expect(table).toEqual({
      columns: ["Year", "a", "b"],
      rows: [
        { name: "2024", values: [1.5, -2] },
        { name: "2025", values: [null, 1000] },
      ],
    });
  });

  test("have a comma before decimals only where cells are parted by something else", () => {
    const read = (decimalComma: boolean) => readTable(["x", "y"], [["a", "1,5"]], { decimalComma });
    expect(read(true).table?.rows).toEqual([{ name: "a", values: [1.5] }]);
    expect(read(false).table).toBeUndefined();
  });

  test("all faults are told at once, with row and cell", () => {
    const rows = [
      ["a", "1", "2"],
      ["b", "n/a"],
      ["", "0x10"],
    ];
    expect(readTable(["x", "y"], rows).faults).toMatchObject([
      { kind: "shape", row: 1 },
      { kind: "figure", row: 2, cell: 1 },
      { kind: "shape", row: 3, cell: 0 },
      { kind: "figure", row: 3, cell: 1 },
    ]);
  });

  test.each<[string, string[], (string | number)[][]]>([
    ["no column of figures", ["x"], [["a"]]],
    ["too many series", ["x", ..."abcdefg"], [["a", 1, 2, 3, 4, 5, 6, 7]]],
    ["a column without a name, and one twice", ["x", "", "x"], [["a", 1, 2]]],
    ["no rows", ["x", "y"], []],
    ["too many rows", ["x", "y"], Array.from({ length: MOST_ROWS + 1 }, () => ["a", 1])],
    ["gaps alone", ["x", "y"], [["a", ""]]],
    ["a figure too large to be exact", ["x", "y"], [["a", 1e16]]],
  ])("refused: %s", (_, columns, rows) => {
    expect(messages(columns, rows)).toMatchSnapshot();
  });
});

describe("times", () => {
  const named = (...names: string[]) => ({
    columns: ["x", "y"],
    rows: names.map((name) => ({ name, values: [1] })),
  });

  test("are years, months or days, if all rows are", () => {
    expect(timesOf(named("2024", "2026"))).toEqual({
      unit: "year",
      times: [Date.UTC(2024, 0), Date.UTC(2026, 0)],
    });
    expect(timesOf(named("2024-02", "2024-03"))?.unit).toBe("month");
    expect(timesOf(named("2024-02-29"))?.unit).toBe("day");
    expect(timesOf(named("2024", "2025-01"))).toBeUndefined();
    expect(timesOf(named("2023-02-29"))).toBeUndefined();
    expect(timesOf(named("2024-13"))).toBeUndefined();
  });

  test("a line runs forwards, and bars are no threads", () => {
    expect(kindFault("line", named("2024", "2025"))).toBeUndefined();
    expect(kindFault("line", named("Zebra", "Ape"))).toBeUndefined();
    expect(kindFault("line", named("2025", "2025"))).toMatchSnapshot();
    expect(kindFault("column", named("2025", "2024"))).toBeUndefined();
    expect(kindFault("bar", named(...Array.from({ length: 61 }, String)))).toMatchSnapshot();
  });
});
