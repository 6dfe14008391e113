import { describe, expect, test } from "vitest";
import { csvTable } from "./csv-table.ts";

function read(text: string | Uint8Array) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const { table, diagnostics } = csvTable(bytes, "a.csv");
  return {
    table,
    places: diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`),
    diagnostics,
  };
}

const TABLE = {
  columns: ["Year", "Share"],
  rows: [
    { name: "2025", values: [40.5] },
    { name: "2026", values: [null] },
  ],
};

describe("a CSV file", () => {
  test.each([
    ["with commas", "Year,Share\n2025,40.5\n2026,\n"],
    ["with semicolons, and commas before decimals", "Year;Share\n2025;40,5\n2026;\n"],
    ["with tabs", "Year\tShare\n2025\t40.5\n2026\t\n"],
    [
      "with a byte order mark, line ends of Windows and an empty line",
      "\uFEFFYear,Share\r\n\r\n2025,40.5\r\n2026,\r\n",
    ],
    ["with line ends of old Macs, and none at its end", "Year,Share\r2025,40.5\r2026,"],
    ["with quotation marks", '"Year","Share"\n"2025","40.5"\n"2026",""\n'],
  ])("%s", (_, text) => {
    expect(read(text)).toEqual({ table: TABLE, places: [], diagnostics: [] });
  });

  test("keeps commas, quotation marks and line ends inside of cells", () => {
    expect(read('Who,Sum\n"Holt, ""Iris""\nand sons",3\n').table?.rows).toEqual([
      { name: 'Holt, "Iris"\nand sons', values: [3] },
    ]);
  });

  test("has each fault told where its cell begins, after cells of several lines and signs of several bytes too", () => {
    expect(read('Who,a,b\n"é\né",x,1\n𝒳é,2,y\n\n"q""q",3, z\n').places).toEqual([
      "data/figure 3:4",
      "data/figure 4:7",
      "data/figure 6:10",
    ]);
    expect(read("\uFEFFWho,a\r\nb,x\r\nc,1,2\r\n").places).toEqual([
      "data/figure 2:3",
      "data/shape 3:1",
    ]);
  });

  test("says where a quotation mark breaks it", () => {
    expect(read('a,b\n\nc,1\n"d"e,2\n').places).toEqual(["data/syntax 4:1"]);
    expect(read('a,b\nc,1\nd,"2\ne,3\n').places).toEqual(["data/syntax 3:3"]);
    expect(read('a,b\nc,1\nd"e,2\n').diagnostics).toMatchSnapshot();
  });

  test("that is empty, or no text, is refused", () => {
    expect(read("").places).toEqual(["data/shape 1:1", "data/shape 1:1"]);
    expect(read("Year,Share\n").places).toEqual(["data/shape 1:1"]);
    expect(read(new Uint8Array([0x61, 0x2c, 0xe9])).places).toEqual(["file/not-utf8 1:3"]);
    expect(read("Year,Share\n2025,\u00071\n").places).toEqual(["file/control-character 2:6"]);
  });

  test("has no more than twenty faults told", () => {
    expect(read(`a,b\n${"c,x\n".repeat(50)}`).diagnostics).toHaveLength(20);
  });
});
