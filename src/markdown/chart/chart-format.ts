import { timesOf } from "./chart-time.ts";
import type { TimeUnit } from "./chart-time.ts";
import type { ChartTable } from "./chart-table.ts";

/** How the figures and times of a chart are written, in one language. */
export interface ChartFormat {
  /** A figure at a mark of the drawing, short. */
  value: (figure: number) => string;
  /** A figure at the axis, shorter. */
  tick: (figure: number) => string;
  /** A figure in the table, whole. */
  exact: (figure: number) => string;
  /** What a row is called: a time in words, anything else as it was written. */
  name: (name: string) => string;
  /** A time at the axis; the year is told where it is `first`, or changes. */
  time: (time: number, first: boolean) => string;
  /** A year alone. */
  year: (time: number) => string;
}

/** From here on figures are written with "million" and the like in the drawing. */
const HUGE = 100_000;

/** The format for a table's figures. `unit` is `%`, a currency (ISO 4217, `USD`) or a short text. */
export function chartFormat(table: ChartTable, unit: string, language: string): ChartFormat {
  const figures = table.rows.flatMap(({ values }) => values.filter((value) => value !== null));
  const largest = Math.max(...figures.map(Math.abs));
  const written = Math.min(2, Math.max(...figures.map(decimalsOf)));
  const decimals = written > 0 && isCurrency(unit) ? 2 : written;
  const short = { minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const;
  // A text that is no sign stands at figures, and not at each line of the grid.
  const atAxis = unit === "%" || isCurrency(unit) ? unit : "";
  const compact = { notation: "compact", maximumSignificantDigits: 3 } as const;
  const axis = timesOf(table);
  return {
    value: numberFormat(largest >= HUGE ? compact : short, unit, language),
    tick: numberFormat(largest >= HUGE ? compact : { maximumFractionDigits: 6 }, atAxis, language),
    exact: numberFormat(
      { minimumFractionDigits: decimals, maximumFractionDigits: 6 },
      unit,
      language,
    ),
    name: (name) =>
      axis === undefined
        ? name
        : timeFormat(WHOLE[axis.unit], language).format(
            axis.times[table.rows.findIndex((row) => row.name === name)],
          ),
    time: timeAtAxis(axis?.unit ?? "year", language),
    year: (time) => timeFormat(WHOLE.year, language).format(time),
  };
}

function isCurrency(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit) && Intl.supportedValuesOf("currency").includes(unit);
}

function numberFormat(
  options: Intl.NumberFormatOptions,
  unit: string,
  language: string,
): (figure: number) => string {
  if (unit === "%") {
    const { format } = new Intl.NumberFormat(language, {
      ...options,
      style: "unit",
      unit: "percent",
      unitDisplay: "short",
    });
    return format;
  }
  if (isCurrency(unit)) {
    const { format } = new Intl.NumberFormat(language, {
      ...(options.minimumFractionDigits === undefined ? { minimumFractionDigits: 0 } : {}),
      ...options,
      style: "currency",
      currency: unit,
      currencyDisplay: "narrowSymbol",
    });
    return format;
  }
  const plain = new Intl.NumberFormat(language, options);
  return (figure) => plain.format(figure) + (unit === "" ? "" : `\u00a0${unit}`);
}

function decimalsOf(figure: number): number {
  return /\.(\d+)$/.exec(String(figure))?.[1]?.length ?? 0;
}

const WHOLE: Record<TimeUnit, Intl.DateTimeFormatOptions> = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "long" },
  day: { year: "numeric", month: "long", day: "numeric" },
};

function timeFormat(options: Intl.DateTimeFormatOptions, language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC", calendar: "gregory" });
}

function timeAtAxis(unit: TimeUnit, language: string): ChartFormat["time"] {
  const year = timeFormat(WHOLE.year, language);
  if (unit === "year") return (time) => year.format(time);
  const within: Intl.DateTimeFormatOptions =
    unit === "month" ? { month: "short" } : { month: "short", day: "numeric" };
  const [bare, dated] = [
    timeFormat(within, language),
    timeFormat({ ...within, year: "numeric" }, language),
  ];
  return (time, first) => (first ? dated : bare).format(time);
}
