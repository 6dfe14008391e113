import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addressTables } from "../src/import/address-tables.ts";
import type { ArchiveBody } from "../src/import/archive.ts";
import { convertTexts } from "../src/import/convert-texts.ts";
import { importArchive } from "../src/import/import-archive.ts";
import { NO_MAP } from "../src/import/import-map.ts";
import { planImport } from "../src/import/plan-import.ts";
import { plannedSite } from "../src/import/planned-site.ts";
import { readWordPress } from "../src/import/wordpress/read-wordpress.ts";
import { ProcessPool } from "../src/workers/process-pool.ts";
import type { Corpus } from "./corpus/made-article.ts";
import { writeWordPressExport } from "./corpus/wordpress-export.ts";

/** What moving an archive in takes. */
export interface ImportTimes {
  /** Of the bodies in the export. */
  bytes: number;
  /** Converting the bodies alone, on all cores, with nothing read and nothing written. */
  alone: number;
  /** The whole import: reading twice, converting, writing, counting. */
  whole: number;
}

/** Imports a corpus as the export of a WordPress site, and converts its bodies alone; in seconds, the middle of `runs`. */
export async function measureImport(
  corpus: Corpus,
  { folder, runs }: { folder: string; runs: number },
): Promise<ImportTimes> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "export.xml");
  const bytes = writeWordPressExport(corpus, file);
  const times: { alone: number[]; whole: number[] } = { alone: [], whole: [] };
  const reader = readWordPress([file]);
  const archive = await reader.read(() => undefined);
  const { site } = plannedSite(archive, NO_MAP, undefined);
  const plan = planImport(archive, { map: NO_MAP, site, faults: new Map() });
  const tables = join(folder, "tables.json");
  const made = addressTables(archive, plan, { map: NO_MAP, system: "wordpress" });
  writeFileSync(tables, JSON.stringify(made));
  const bodies: ArchiveBody[] = [];
  for await (const body of reader.bodies()) bodies.push(body);
  for (let run = 0; run < runs; run += 1) {
    times.alone.push(await seconds(() => convertAlone(bodies, tables)));
    const out = join(folder, "imported");
    times.whole.push(await seconds(() => importWhole(file, out)));
    rmSync(out, { recursive: true });
  }
  return { bytes, alone: middle(times.alone), whole: middle(times.whole) };
}

async function convertAlone(bodies: readonly ArchiveBody[], tables: string): Promise<void> {
  const workers = new ProcessPool();
  async function* inMemory(): AsyncGenerator<ArchiveBody> {
    for (const body of bodies) yield await Promise.resolve(body);
  }
  try {
    await convertTexts(inMemory(), {
      system: "wordpress",
      tables,
      workers,
      taskOf: ({ key, body, details }) => ({
        key,
        stem: `articles/2026/01/${key}`,
        base: "https://old.example/",
        body,
        ...(details === undefined ? {} : { details }),
      }),
      onConverted: () => undefined,
    });
  } finally {
    await workers.end();
  }
}

async function importWhole(file: string, out: string): Promise<void> {
  const workers = new ProcessPool();
  try {
    await importArchive(readWordPress([file]), {
      out,
      map: NO_MAP,
      force: false,
      dryRun: false,
      workers,
      onProgress: () => undefined,
    });
  } finally {
    await workers.end();
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
