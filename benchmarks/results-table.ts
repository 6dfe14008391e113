import { inMarks, markedPart, withMarkedPart } from "../tests/visual/marked-part.ts";
import type { ImportTimes } from "./import-steps.ts";
import { machineLine } from "./machine.ts";
import type { BenchMachine } from "./machine.ts";
import type { MeasuredStep } from "./measured-step.ts";
import { PLAIN_HUGO, SAME_PARTS, WITH_SEARCH } from "./peers/peers.ts";
import { STET } from "./stet-commands.ts";
import { CLEAN, SEARCH_KEPT } from "./stet-steps.ts";

/** All that one benchmark found. */
export interface Results {
  articles: number;
  seed: number;
  runs: number;
  machine: BenchMachine;
  steps: readonly MeasuredStep[];
  /** What rendering all feeds takes. */
  feedSeconds?: number;
  /** What the first search brings over the wire; undefined where there was no browser to search in. */
  searchBytes?: number;
  /** What importing the archive takes from an export of WordPress. */
  importing?: ImportTimes;
}

/** The clean builds whose time others are held against. */
const REFERENCES = [
  { by: STET, head: "of Stet, clean" },
  { by: SAME_PARTS.title, head: "of Hugo, same parts" },
  { by: PLAIN_HUGO.title, head: "of Hugo, plain" },
  { by: WITH_SEARCH, head: "of Hugo and Pagefind" },
];

/** The results in Markdown: the machine, a line a step with its ratios, and what is no step. */
export function resultsText(results: Results): string {
  const { articles, machine, runs, steps, feedSeconds, searchBytes, importing } = results;
  const often = runs === 1 ? "Every step once." : `The middle of ${runs} runs.`;
  const base = steps.find(({ by, step }) => by === STET && step === SEARCH_KEPT)?.seconds;
  return [
    `### ${counted(articles)} articles`,
    `${machineLine(machine)} ${often}`,
    stepsTable(steps).trim(),
    [
      ...(feedSeconds === undefined || base === undefined
        ? []
        : [
            `- All feeds, rendered alone: ${shownSeconds(feedSeconds)}, ${Math.round((feedSeconds / base) * 100)} % of "${SEARCH_KEPT}".`,
          ]),
      ...(searchBytes === undefined
        ? []
        : [
            `- The first search, newest first: ${Math.round(searchBytes / 1000)} KB over the wire.`,
          ]),
      ...(importing === undefined
        ? []
        : [
            `- Moving in, from a WordPress export with ${Math.round(importing.bytes / 1e6)} MB of bodies: ${shownSeconds(importing.whole)}, ${(importing.whole / importing.alone).toFixed(2)} times as long as converting these bodies alone.`,
          ]),
    ].join("\n"),
    "",
  ].join("\n\n");
}

/** The steps as a table in Markdown; a ratio is that of times, and stands where both are of one archive. */
export function stepsTable(steps: readonly MeasuredStep[]): string {
  const references = REFERENCES.flatMap(({ by, head }) => {
    const found = steps.find((one) => one.by === by && one.step === CLEAN);
    return found === undefined ? [] : [{ ...found, head }];
  });
  const most = Math.max(...steps.map(({ articles }) => articles));
  return markdownTable(
    [
      "",
      "time",
      ...references.map(({ head }) => head),
      ...["CPU", "peak memory", "pages", "rendered", "put out"],
    ],
    steps.map((step) => [
      `${step.by}: ${step.step}${step.articles < most ? ` (${counted(step.articles)})` : ""}`,
      shownSeconds(step.seconds),
      ...references.map(({ seconds, articles }) =>
        articles === step.articles ? (step.seconds / seconds).toFixed(2) : "",
      ),
      shown(step.cpuSeconds, shownSeconds),
      shown(step.peakBytes, (bytes) => `${(bytes / 1e9).toFixed(2)} GB`),
      shown(step.pages, counted),
      shown(step.rendered, counted),
      shown(step.bytes, (bytes) => `${Math.round(bytes / 1e6)} MB`),
    ]),
  );
}

/** Where results stand on a page. */
const PLACE = "benchmarks";
const SECTIONS = /<!-- (archive of (\d+)) -->/g;

/**
 * A page with the results of one size of archive in their place, by size among those of others, which stay. Throws
 * where the page has no place for them.
 */
export function withResults(
  page: string,
  { articles }: Pick<Results, "articles">,
  text: string,
): string {
  const kept = markedPart(page, PLACE);
  const sections = new Map<number, string>();
  for (const [, name = "", size] of kept.matchAll(SECTIONS))
    sections.set(Number(size), inMarks(name, markedPart(kept, name)));
  sections.set(articles, inMarks(`archive of ${articles}`, text));
  const sorted = [...sections].sort(([a], [b]) => a - b).map(([, section]) => section);
  return withMarkedPart(page, PLACE, sorted.join("\n\n"));
}

/** A table in Markdown; numbers stand to the right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return [head, ["---", ...head.slice(1).map(() => "---:")], ...rows].map(line).join("");
}

function shown(value: number | undefined, written: (value: number) => string): string {
  return value === undefined ? "" : written(value);
}

function shownSeconds(seconds: number): string {
  return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
}

function counted(count: number): string {
  return count.toLocaleString("en");
}
