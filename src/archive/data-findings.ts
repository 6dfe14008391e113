import type { Finding } from "../domain/finding.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import { kindFault } from "../markdown/chart/chart-time.ts";
import { LARGEST_DATA } from "./data-files.ts";
import type { DataReading } from "./data-files.ts";
import { finding } from "./diagnostics.ts";
import type { Problem } from "./diagnostics.ts";
import type { Mentions } from "./mentions.ts";
import { pictureSource } from "./picture-source.ts";

/** What is known of the files that texts may mention. */
export interface KnownData {
  readings: ReadonlyMap<string, DataReading>;
  symbolicLinks: ReadonlySet<string>;
  nearest: NearestPath;
}

/**
 * What is wrong with the figures that texts mention: with the address where it is written, and with the file where
 * the fault stands in it, once for all texts.
 */
export function dataFindings(texts: readonly Mentions[], known: KnownData): Finding[] {
  const own = [...known.readings.values()].flatMap(({ findings }) => findings);
  const asked = texts.flatMap(({ facts, file }) =>
    (facts.drawn ?? []).flatMap(({ src, kind, line, column, length = 1 }) => {
      if (src === undefined) return [];
      const problem = dataProblem(src, kind, file, known);
      return problem === undefined ? [] : [finding({ ...problem, file, line, column, length })];
    }),
  );
  return [...own, ...asked];
}

function dataProblem(
  src: string,
  kind: Parameters<typeof kindFault>[0],
  file: string,
  { readings, symbolicLinks, nearest }: KnownData,
): Pick<Problem, "code" | "message" | "fix"> | undefined {
  const source = pictureSource(src, file);
  if (source.kind === "remote") {
    return {
      code: "data/outside",
      message: `The figures ${src} lie on another host; they could change or vanish without a word.`,
      fix: "Put a copy beside the article.",
    };
  }
  if (source.kind === "outside") {
    return {
      code: "data/outside",
      message: `The figures ${src} lie outside the content folder.`,
      fix: "Put a copy beside the article.",
    };
  }
  if (symbolicLinks.has(source.file)) {
    return {
      code: "data/missing",
      message: `${source.file} is a symbolic link, and what it points at may lie outside the content folder.`,
      fix: "Replace it by a copy of the file.",
    };
  }
  const reading = readings.get(source.file);
  if (reading === undefined) {
    const near = nearest.near(source.file);
    return {
      code: "data/missing",
      message: `There is no file ${source.file}.`,
      fix:
        near === undefined
          ? "Put the figures there, or correct the path."
          : `Did you mean ${near}?`,
    };
  }
  if (reading.tooLarge === true) {
    return {
      code: "data/too-large",
      message: `${source.file} has more than ${LARGEST_DATA.toLocaleString("en")} bytes, which is more than a chart can show.`,
      fix: "Leave in the file what the chart shows, and link to the rest.",
    };
  }
  const unfit = reading.table === undefined ? undefined : kindFault(kind, reading.table);
  return unfit === undefined ? undefined : { code: "data/unfit", ...unfit };
}
