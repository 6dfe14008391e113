import type { ChartKind, ChartTable } from "./chart-table.ts";
import { MOST_BARS } from "./chart-table.ts";

/** How exactly the names of rows tell a time. */
export type TimeUnit = "year" | "month" | "day";

/** The rows of a table as points of time, in milliseconds since 1970. */
export interface TimeAxis {
  unit: TimeUnit;
  times: readonly number[];
}

const FORMS: Record<TimeUnit, RegExp> = {
  year: /^\d{4}$/,
  month: /^\d{4}-\d{2}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
};

/** The times that the rows are named after, where all are years, all months (`2024-05`) or all days (`2024-05-31`). */
export function timesOf({ rows }: ChartTable): TimeAxis | undefined {
  for (const unit of ["year", "month", "day"] as const) {
    if (!rows.every(({ name }) => FORMS[unit].test(name))) continue;
    const times = rows.map(({ name }) => timeOf(name));
    return times.some(Number.isNaN) ? undefined : { unit, times };
  }
  return undefined;
}

function timeOf(name: string): number {
  const [year = NaN, month = 1, day = 1] = name.split("-").map(Number);
  const time = Date.UTC(year, month - 1, day);
  const real = new Date(time);
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day ? time : NaN;
}

/** Why a sound table cannot be drawn in a certain way; `undefined` where it can. */
export function kindFault(
  kind: ChartKind,
  table: ChartTable,
): { message: string; fix: string } | undefined {
  const { rows } = table;
  if (kind !== "line") {
    return rows.length <= MOST_BARS
      ? undefined
      : {
          message: `There are ${rows.length} rows; a chart takes at most ${MOST_BARS} ${kind}s.`,
          fix: 'Remove the small ones, or write `kind="line"` if the rows follow each other in time.',
        };
  }
  const times = timesOf(table)?.times ?? [];
  const at = times.findIndex((time, index) => index > 0 && time <= (times[index - 1] ?? 0));
  if (at < 0) return undefined;
  const [name, before] = [rows[at]?.name ?? "", rows[at - 1]?.name ?? ""];
  return {
    message: `Row ${at + 1} (${name}) does not come after row ${at} (${before}), so the line would run backwards.`,
    fix: "Put the rows in chronological order, each time only once.",
  };
}
