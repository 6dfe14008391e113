import { nameOf } from "../domain/path-parts.ts";
import { rule as missingData } from "../checks/data/missing.ts";
import { rule as outsideData } from "../checks/data/outside.ts";
import { rule as largeData } from "../checks/data/too-large.ts";
import { rule as unfitData } from "../checks/data/unfit.ts";
import type { Location } from "../checks/rule.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import { kindFault } from "../markdown/chart/chart-time.ts";
import { LARGEST_DATA } from "../loader/csv-files.ts";
import type { ParsedData } from "../loader/csv-files.ts";
import type { References } from "../loader/references.ts";
import { decoded, imageSource } from "../urls/image-source.ts";
import { typedAddress, typedPath } from "./typed-path.ts";

/** What is known of the files that texts may mention. */
export interface CheckedData {
  readings: ReadonlyMap<string, ParsedData>;
  symbolicLinks: ReadonlySet<string>;
  nearest: NearestPath;
}

/**
 * What is wrong with the figures that texts mention: with the address where it is written, and with the file where
 * the fault stands in it, once for all texts.
 */
export function dataDiagnostics(texts: readonly References[], known: CheckedData): Diagnostic[] {
  const own = [...known.readings.values()].flatMap(({ diagnostics }) => diagnostics);
  const asked = texts.flatMap(({ metadata, file }) =>
    (metadata.drawn ?? []).flatMap(({ src, kind, line, column, length = 1 }) => {
      if (src === undefined) return [];
      return dataDiagnostic(src, kind, { file, line, column, length }, known) ?? [];
    }),
  );
  return [...own, ...asked];
}

function dataDiagnostic(
  src: string,
  kind: Parameters<typeof kindFault>[0],
  location: Location,
  { readings, symbolicLinks, nearest }: CheckedData,
): Diagnostic | undefined {
  const source = imageSource(src, location.file);
  if (source.kind !== "file") {
    const isRemote = source.kind === "remote";
    return outsideData.at(location, { src, isRemote, copy: copyOf(src) });
  }
  const { file } = source;
  if (symbolicLinks.has(file))
    return missingData.at(location, { file, isLink: true, meant: undefined });
  const reading = readings.get(file);
  if (reading === undefined) {
    const near = nearest.near(file);
    const meant = near === undefined ? undefined : { typed: typedPath(near, location.file) };
    return missingData.at(location, { file, isLink: false, meant });
  }
  if (reading.tooLarge === true) return largeData.at(location, { file, largest: LARGEST_DATA });
  const unfit = reading.table === undefined ? undefined : kindFault(kind, reading.table);
  return unfit === undefined ? undefined : unfitData.at(location, unfit);
}

/** How a copy beside the article is written. */
function copyOf(src: string): string {
  const path = decoded(src.replace(/[?#].*$/s, "")).replaceAll("\\", "/");
  const name = nameOf(path);
  return `./${typedAddress(/\.csv$/i.test(name) ? name : "figures.csv")}`;
}
