import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { need } from "../tests/tools/need.ts";

const run = promisify(execFile);

/** A picture without alpha: three bytes a pixel, row by row. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** How far two pictures are seen to differ; 0 where they do not. The figures of different formats are on one scale. */
export interface Difference {
  /** Butteraugli, norm of the third power over all pixels. */
  butteraugli: number;
  /** SSIMULACRA, the first of that name: structural similarity at several scales, in colour. */
  ssimulacra: number;
}

/** Compares pictures with what they were made from. */
export interface Judges {
  compare(original: Pixels, made: Pixels): Promise<Difference>;
  /** Removes the files that the judges read. */
  end(): void;
}

/** The two judges that come with libjxl. Throws ToolMissing where they are not there and cannot be installed. */
export async function callJudges(): Promise<Judges> {
  const [butteraugli, ssimulacra] = [await need("butteraugli"), await need("ssimulacra")];
  const folder = mkdtempSync(join(tmpdir(), "stet-judges-"));
  const files = [join(folder, "original.ppm"), join(folder, "made.ppm")];
  return {
    async compare(...images) {
      for (const [at, file] of files.entries()) {
        const image = images[at];
        if (image !== undefined) writeFileSync(file, portable(image));
      }
      const [first, second] = await Promise.all([run(butteraugli, files), run(ssimulacra, files)]);
      return {
        butteraugli: figure(/3-norm: ([\d.]+)/, first.stdout),
        ssimulacra: figure(/^([\d.]+)/, second.stdout),
      };
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The Portable Pixmap that both read. */
function portable({ data, width, height }: Pixels): Buffer {
  return Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), data]);
}

function figure(pattern: RegExp, said: string): number {
  const [, digits] = pattern.exec(said) ?? [];
  if (digits !== undefined) return Number(digits);
  throw new Error(`A judge said no figure but ${JSON.stringify(said)}.`);
}
