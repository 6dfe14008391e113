// npm run encoders: what encoders make of photographs, in bytes at equal quality and in time, and of drawings.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { drawingsTable } from "../benchmarks/drawing-encoders.ts";
import { encodersTable } from "../benchmarks/encoders-table.ts";
import { encodings, photographsBelow } from "../benchmarks/image-encoders.ts";
import type { Encoding } from "../benchmarks/image-encoders.ts";
import { callJudges } from "../benchmarks/image-judges.ts";
import { readOptions } from "../src/cli/command-options.ts";
import { EXIT } from "../src/cli/outcome.ts";
import { ToolMissing } from "../tests/tools/need.ts";
import { TOOLS } from "./tools.ts";

const { values } = readOptions(TOOLS.encoders);
const folder = resolve(import.meta.dirname, "..", values.pictures);
const widths = values.width;

if (!existsSync(folder)) {
  process.stderr.write(`There is no folder ${folder}. Name a folder of photos: --pictures DIR\n`);
  process.exitCode = EXIT.refused;
} else {
  try {
    process.stdout.write(encodersTable(await compare()));
    process.stdout.write(`\n${await drawingsTable(folder, Math.min(...widths))}`);
  } catch (error) {
    if (!(error instanceof ToolMissing)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.failed;
  }
}

/** Compares on every photograph; what an earlier run kept in the file is not done again. */
async function compare(): Promise<Encoding[]> {
  const judges = await callJudges();
  try {
    const photographs = await photographsBelow(folder, 800);
    // Spread over all of them, since neighbours tend to be alike.
    const step = Math.max(1, Math.ceil(photographs.size / values.most));
    const chosen = [...photographs].filter((_, at) => at % step === 0);
    const all = keptEncodings().filter(
      ({ photograph, width }) =>
        widths.includes(width) && chosen.some(([digest]) => digest === photograph),
    );
    const nameOf = (one: Pick<Encoding, "photograph" | "width" | "encoder" | "quality">): string =>
      [one.photograph, one.width, one.encoder, one.quality].join(" ");
    const done = new Set(all.map(nameOf));
    for (const [at, [photograph, source]] of chosen.entries()) {
      process.stderr.write(`Photograph ${at + 1} of ${chosen.length}\n`);
      for (const width of widths) {
        const isWanted = (encoder: string, quality: number): boolean =>
          !done.has(nameOf({ photograph, width, encoder, quality }));
        for await (const made of encodings(source, width, judges, isWanted)) {
          const one = { photograph, ...made };
          all.push(one);
          if (values.kept !== undefined) appendFileSync(values.kept, `${JSON.stringify(one)}\n`);
        }
      }
    }
    return all;
  } finally {
    judges.end();
  }
}

function keptEncodings(): Encoding[] {
  if (values.kept === undefined || !existsSync(values.kept)) return [];
  const lines = readFileSync(values.kept, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Encoding);
}
