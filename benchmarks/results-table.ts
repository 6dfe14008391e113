import type { MeasuredStep } from "./measured-step.ts";
import type { StetStep } from "./stet-steps.ts";

/** The steps as a table in Markdown; times against that of the clean build. */
export function stepsTable(steps: readonly StetStep[]): string {
  const clean = cleanSeconds(steps);
  return markdownTable(
    ["step", "time", "of clean", "CPU", "peak memory", "pages", "rendered", "bundle"],
    steps.map((step) => [
      step.step,
      shownSeconds(step.seconds),
      (step.seconds / clean).toFixed(2),
      step.cpuSeconds === undefined ? "" : shownSeconds(step.cpuSeconds),
      shownPeak(step),
      step.pages.toLocaleString("en"),
      step.rendered.toLocaleString("en"),
      `${Math.round(step.bytes / 1e6)} MB`,
    ]),
  );
}

/** Peers as a table in Markdown, each with what part of its time the clean build of Stet takes. */
export function peersTable(stet: readonly StetStep[], peers: readonly MeasuredStep[]): string {
  const clean = cleanSeconds(stet);
  return markdownTable(
    ["peer", "time", "Stet, clean, of it", "peak memory"],
    peers.map((peer) => [
      peer.step,
      shownSeconds(peer.seconds),
      (clean / peer.seconds).toFixed(2),
      shownPeak(peer),
    ]),
  );
}

/** A table in Markdown: the first column to the left, figures to the right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return [head, ["---", ...head.slice(1).map(() => "---:")], ...rows].map(line).join("");
}

function cleanSeconds(steps: readonly StetStep[]): number {
  return steps.find(({ step }) => step === "clean")?.seconds ?? Number.NaN;
}

function shownSeconds(seconds: number): string {
  return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
}

function shownPeak({ peakBytes }: MeasuredStep): string {
  return peakBytes === undefined ? "" : `${(peakBytes / 1e9).toFixed(2)} GB`;
}
