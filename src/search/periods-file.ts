/** The list of periods, in the folder of the search: what a browser reads first. */
export const PERIODS_FILE = "periods.json";

/** What that list says. */
export interface PeriodsFile {
  /** Of the engine. */
  version: string;
  /** Name of the engine's program for the language. */
  wasm: string;
  /** Newest first. */
  periods: PeriodEntry[];
}

/** A period in the list. */
export interface PeriodEntry {
  /** Name of its folder. */
  name: string;
  /** Name of its first file. */
  meta: string;
  articles: number;
  /** Of its oldest and its newest article. */
  years: [from: string, to: string];
}
