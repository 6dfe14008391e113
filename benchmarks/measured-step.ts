import type { Measured } from "./run-measured.ts";

/** A step of a benchmark with what it took. */
export interface MeasuredStep extends Omit<Measured, "output" | "code"> {
  /** Whose step it is: `Stet`, or a peer with its template. */
  by: string;
  step: string;
  /** Of the archive that it was taken on. */
  articles: number;
  /** Pages there were in the end; undefined where none were counted. */
  pages?: number;
  /** Pages that were made in this step, where not all are. */
  rendered?: number;
  /** Of everything that was put out. */
  bytes?: number;
}

/** A step that did not do what it should; its figures would mean nothing. */
export class StepFailed extends Error {
  override name = "StepFailed";
}

/**
 * One result for several runs of the same steps in the same order: of each step the run in the middle by time, the
 * slower of the two where their number is even, and the most memory that any run took.
 */
export function middleRuns(runs: readonly (readonly MeasuredStep[])[]): MeasuredStep[] {
  const [first = []] = runs;
  return first.map(({ by, step }, at) => {
    const same = runs.flatMap((run) => run[at] ?? []);
    if (same.length < runs.length || same.some((one) => one.by !== by || one.step !== step))
      throw new Error(`Not every run has "${by}: ${step}" as its step ${at + 1}.`);
    return middle(same);
  });
}

function middle(steps: readonly MeasuredStep[]): MeasuredStep {
  const sorted = steps.toSorted((a, b) => a.seconds - b.seconds);
  const chosen = sorted[Math.floor(sorted.length / 2)];
  if (chosen === undefined) throw new Error("There is no run to take the middle of.");
  const peaks = steps.flatMap(({ peakBytes }) => peakBytes ?? []);
  return peaks.length === 0 ? chosen : { ...chosen, peakBytes: Math.max(...peaks) };
}

/** Steps that are done one after the other as one: times are added, the most memory counts. */
export function together(by: string, step: string, parts: readonly MeasuredStep[]): MeasuredStep {
  const sum = (of: (part: MeasuredStep) => number | undefined): number | undefined =>
    parts.reduce<number | undefined>((total, part) => {
      const more = of(part);
      return total === undefined || more === undefined ? undefined : total + more;
    }, 0);
  const cpuSeconds = sum((part) => part.cpuSeconds);
  const peaks = parts.flatMap(({ peakBytes }) => peakBytes ?? []);
  const pages = parts[0]?.pages;
  return {
    by,
    step,
    articles: parts[0]?.articles ?? 0,
    seconds: sum(({ seconds }) => seconds) ?? 0,
    ...(cpuSeconds === undefined ? {} : { cpuSeconds }),
    ...(peaks.length === 0 ? {} : { peakBytes: Math.max(...peaks) }),
    ...(pages === undefined ? {} : { pages }),
  };
}
