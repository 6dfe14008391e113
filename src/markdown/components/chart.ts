import { hash } from "node:crypto";
import type { Element, ElementContent } from "hast";
import { listed, typed } from "../../checks/quoted.ts";
import type { DrawnUse } from "../../domain/body.ts";
import { textDirection } from "../../i18n/text-direction.ts";
import type { BodyTargets, ComponentNode } from "../body.ts";
import { chartFormat } from "../chart/chart-format.ts";
import { CHART_KINDS, MOST_BARS, MOST_ROWS, MOST_SERIES, readTable } from "../chart/chart-table.ts";
import type { ChartKind, ChartTable, WrittenCell } from "../chart/chart-table.ts";
import { kindFault } from "../chart/chart-time.ts";
import { drawChart, SHEETS } from "../chart/draw-chart.ts";
import type { ChartOptions } from "../chart/draw-chart.ts";
import { drawingTree } from "../chart/drawing-tree.ts";
import { element, textNode } from "../tree.ts";
import { boldLine, captionBelow, feedCredit, pageCredit, titleLine } from "./component-parts.ts";
import { ATTRIBUTE_TYPES } from "./attribute-types.ts";
import { defineComponent } from "./component.ts";
import type { UseFault } from "./component.ts";

/** What of a use decides its figures. */
interface Figures {
  kind: ChartKind;
  columns?: readonly string[];
  data?: readonly (readonly WrittenCell[])[];
  src?: string;
  unit?: string;
}

/** Longer tables are left out of print: the drawing says what they say. */
const PRINTED_ROWS = 40;

/** Figures as bars, columns or lines, drawn by the press, with the figures themselves as a table below. */
export const chart = defineComponent({
  name: "Chart",
  description: `Data as bars, columns or lines, with a table of the data below. The data is in \`data\` and \`columns\`, or in a CSV file. At most ${MOST_ROWS} rows (${MOST_BARS} for bars and columns) and ${MOST_SERIES} series.`,
  example: [
    "<Chart",
    '  kind="column"',
    '  title="Clicks from search fell by almost half in a year"',
    '  shown="Share of searches that led to a click"',
    '  columns={["Year", "Share"]}',
    '  data={[["2025", 40], ["2026", 22]]}',
    '  unit="%"',
    '  alt="Two columns: 40 per cent in 2025, 22 per cent in 2026."',
    '  source="The Daily Example"',
    "/>",
  ].join("\n"),
  attributes: {
    kind: {
      type: "string",
      required: true,
      values: CHART_KINDS,
      description:
        "`column` for a few items or times side by side, `bar` if their names are long, `line` for change over time.",
    },
    title: {
      type: "string",
      required: true,
      description: "What the data says, in one sentence.",
      maxLength: 160,
    },
    shown: {
      type: "string",
      description: "What is shown, and in which unit; appears below the title.",
      maxLength: 160,
    },
    alt: {
      type: "string",
      required: true,
      description: "What the chart shows, in one sentence, for those who cannot see it.",
      maxLength: 500,
    },
    columns: {
      type: "texts",
      description: "The column headings: first that of the names, then one for each data series.",
    },
    data: {
      type: "rows",
      description:
        'The rows: a name or a time (`2026`, `2026-05`, `2026-05-31`), then a number for each series; `""` for a gap.',
    },
    src: {
      type: "data",
      description:
        "A CSV file instead of `columns` and `data`; its first line contains the column headings.",
    },
    unit: {
      type: "string",
      description: "The unit of the numbers: `%`, a currency (`USD`), or a short word.",
      maxLength: 12,
    },
    caption: { type: "string", description: "A line below the chart.", maxLength: 600 },
    source: { type: "string", description: "Where the data comes from.", maxLength: 160 },
    wide: { type: "boolean", description: "Lets the chart be wider than the text." },
  },
  children: "none",
  checkUse: useFaults,
  drawn: drawnUse,
  page({ values }, targets) {
    const table = tableOf(values, targets);
    if (table === undefined) return [];
    const options = orderOf(values, table, targets);
    const others = values.wide === true ? (["narrow", "wide"] as const) : (["narrow"] as const);
    const drawn = (sheet: keyof typeof SHEETS): Element =>
      drawingTree(drawChart(options, SHEETS[sheet]), `chart-${sheet}`, values.alt);
    return [
      element("figure", { className: ["chart", ...(values.wide === true ? ["wide"] : [])] }, [
        ...titleLine(values.title, "chart-title"),
        ...titleLine(values.shown, "chart-shown"),
        drawn("column"),
        // The style sheet chooses by the width; where there is none, the one above is shown alone.
        ...others.map((sheet) =>
          element("span", { className: ["chart-other"], hidden: true }, [drawn(sheet)]),
        ),
        element(
          "details",
          {
            className: [
              "chart-figures",
              ...(table.rows.length > PRINTED_ROWS ? ["chart-long"] : []),
            ],
          },
          [element("summary", {}, [textNode(targets.words.chart.figures)]), figuresTable(options)],
        ),
        ...below(values, targets, pageCredit),
      ]),
    ];
  },
  feed({ values }, targets) {
    const table = tableOf(values, targets);
    const { title, shown } = values;
    const head = [
      ...boldLine(title),
      ...(shown === undefined ? [] : [element("p", {}, [textNode(shown)])]),
    ];
    if (table === undefined) return [...head, ...below(values, targets, feedCredit)];
    return [
      ...head,
      element("figure", {}, [
        element("img", { src: drawingAddress(drawnUse(values).name), alt: values.alt }, []),
        ...below(values, targets, feedCredit),
      ]),
      figuresTable(orderOf(values, table, targets)),
    ];
  },
});

/** How the picture of a drawing is asked for among the pictures of a body. */
export function drawingAddress(name: string): string {
  return `drawing:${name}`;
}

/** What is drawn for a use that passed its checks; `undefined` where its figures are not at hand. */
export function chartOptions(
  { values }: Pick<ComponentNode, "values">,
  targets: Pick<BodyTargets, "data" | "language">,
): ChartOptions | undefined {
  // Sound for a use that passed the checks of this component's own attributes.
  const figures = values as unknown as Figures;
  const table = tableOf(figures, targets);
  return table === undefined ? undefined : orderOf(figures, table, targets);
}

/** The figures of a use; `undefined` where they are in a file that is not at hand. */
function tableOf(
  { columns = [], data = [], src }: Figures,
  { data: files }: Pick<BodyTargets, "data">,
): ChartTable | undefined {
  if (src !== undefined) return Object.hasOwn(files, src) ? files[src] : undefined;
  return readTable(columns, data).table;
}

/** What is drawn of a use in a language. */
function orderOf(
  { kind, unit = "" }: Figures,
  table: ChartTable,
  { language }: Pick<BodyTargets, "language">,
): ChartOptions {
  return { kind, table, unit, language, fromRight: textDirection(language) === "rtl" };
}

function drawnUse(values: Figures): DrawnUse {
  const { kind, unit = "", src, columns, data } = values;
  const name = hash("sha256", JSON.stringify([kind, unit, src, columns, data]), "hex").slice(0, 16);
  if (src !== undefined) return { name, kind, unit, src };
  const table = tableOf(values, { data: {} });
  // The height is the same in every language.
  const options = table === undefined ? undefined : orderOf(values, table, { language: "en" });
  return {
    name,
    kind,
    unit,
    ...(options === undefined ? {} : { height: drawChart(options, SHEETS.column).height }),
  };
}

function useFaults({ kind, columns, data, src }: Figures): UseFault[] {
  if (src !== undefined) {
    const twice = columns === undefined ? (data === undefined ? undefined : "data") : "columns";
    return twice === undefined
      ? []
      : [
          {
            attribute: twice,
            message: `<Chart> has data both in \`src\` and in \`${twice}\`, but only one can apply.`,
            fix: `Remove \`${twice}\`: headings and data come from the file.`,
          },
        ];
  }
  if (columns === undefined || data === undefined) {
    const missing = columns === undefined ? (data === undefined ? "" : "columns") : "data";
    const needed = [
      ...(columns === undefined ? [`columns=${ATTRIBUTE_TYPES.texts.toWrite("columns")}`] : []),
      ...(data === undefined ? [`data=${ATTRIBUTE_TYPES.rows.toWrite("data")}`] : []),
    ];
    return [
      {
        message:
          missing === ""
            ? "<Chart> has no data."
            : `<Chart> needs \`${missing}\` as well as \`${missing === "data" ? "columns" : "data"}\`.`,
        fix: `Add to the tag ${listed(needed.map(typed))}${missing === "" ? `, or ${typed(`src=${ATTRIBUTE_TYPES.data.toWrite("src")}`)} with the data in a file` : ""}.`,
      },
    ];
  }
  const { table, faults } = readTable(columns, data);
  const unfit = table === undefined ? undefined : kindFault(kind, table);
  return [
    ...faults.map(({ row, message, fix }) => ({
      attribute: row === 0 && data.length > 0 ? "columns" : "data",
      message,
      fix,
    })),
    ...(unfit === undefined ? [] : [{ ...unfit, attribute: "data" }]),
  ];
}

function figuresTable({ table, unit, language }: ChartOptions): Element {
  const format = chartFormat(table, unit, language);
  const number = { className: ["align-right"] };
  const row = (cells: ElementContent[]): Element => element("tr", {}, cells);
  const heads = table.columns.map((head, at) =>
    element("th", { scope: "col", ...(at === 0 ? {} : number) }, [textNode(head)]),
  );
  const rows = table.rows.map(({ name, values }) =>
    row([
      element("th", { scope: "row" }, [textNode(format.name(name))]),
      ...values.map((value) =>
        element("td", number, [textNode(value === null ? "–" : format.exact(value))]),
      ),
    ]),
  );
  return element("table", {}, [element("thead", {}, [row(heads)]), element("tbody", {}, rows)]);
}

/** Caption and source, where there are any. */
function below(
  { caption, source }: { caption?: string; source?: string },
  { words }: BodyTargets,
  wrap: (text: string) => ElementContent,
): ElementContent[] {
  const credit = source === undefined ? undefined : `${words.chart.source} ${source}`.trim();
  return captionBelow({ caption, credit }, wrap);
}
