import type { PeerResult } from "./peers/measure-hugo.ts";
import type { StepResult } from "./stet-steps.ts";

/** The steps as a table in Markdown; times against that of the clean build. */
export function stepsTable(results: readonly StepResult[]): string {
  const clean = results.find(({ step }) => step === "clean")?.seconds;
  const rows = results.map((result) => [
    result.step,
    `${shown(result.seconds)} s`,
    clean === undefined ? "" : (result.seconds / clean).toFixed(2),
    result.cpuSeconds === undefined ? "" : `${shown(result.cpuSeconds)} s`,
    result.peakBytes === undefined ? "" : `${(result.peakBytes / 1e9).toFixed(2)} GB`,
    result.pages.toLocaleString("en"),
    result.rendered.toLocaleString("en"),
    `${Math.round(result.bytes / 1e6)} MB`,
  ]);
  const head = ["step", "time", "of clean", "CPU", "peak memory", "pages", "rendered", "bundle"];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(["---", ...head.slice(1).map(() => "---:")]) + rows.map(line).join("");
}

/** Peers as a table in Markdown; times against the clean build of Stet and of the first peer. */
export function peersTable(stet: readonly StepResult[], peers: readonly PeerResult[]): string {
  const clean = stet.find(({ step }) => step === "clean")?.seconds ?? Number.NaN;
  const rows = peers.map((result) => [
    result.step,
    `${shown(result.seconds)} s`,
    (clean / result.seconds).toFixed(2),
    result.peakBytes === undefined ? "" : `${(result.peakBytes / 1e9).toFixed(2)} GB`,
  ]);
  const head = ["peer", "time", "Stet, clean, of it", "peak memory"];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(["---", ...head.slice(1).map(() => "---:")]) + rows.map(line).join("");
}

function shown(seconds: number): string {
  return seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0);
}
