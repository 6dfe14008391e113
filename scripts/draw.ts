// npm run draw: draws the pictures of The Reach Report into content/, and makes its recording; with --film its film too.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { ALL_IMAGES } from "./demo/images/all-images.ts";
import { openTypefaces } from "./demo/images/typefaces.ts";
import { printed } from "./demo/drawing/sheet.ts";
import { REQUESTS_HEARD } from "./demo/recordings/requests-heard.ts";
import { STOPWATCH } from "./demo/recordings/stopwatch.ts";
import { readOptions } from "../src/cli/command-options.ts";
import { TOOLS } from "./tools.ts";

const { values } = readOptions(TOOLS.draw);
const root = join(import.meta.dirname, "..");
const faces = await openTypefaces((path) => readFileSync(path));

function outputFile(file: string): string {
  const path = join(root, "content", file);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

for (const { file, draw } of ALL_IMAGES) writeFileSync(outputFile(file), printed(draw(faces)));
writeFileSync(outputFile(REQUESTS_HEARD.file), REQUESTS_HEARD.make());
process.stdout.write(`Drew ${ALL_IMAGES.length} images.\n`);
if (values.film) await film();

/** Draws the frames of the film and has ffmpeg, which has to be on this machine, make one file of them. */
async function film(): Promise<void> {
  const { rate, seconds, sheet, file } = STOPWATCH;
  const asked =
    `-loglevel error -f image2pipe -c:v png -framerate ${rate} -i - -c:v libvpx-vp9 -crf 45 -b:v 0 ` +
    "-pix_fmt yuv420p -fflags +bitexact -flags +bitexact -row-mt 0 -threads 1 -y";
  const encoder = spawn("ffmpeg", [...asked.split(" "), outputFile(file)], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  const ended = once(encoder, "exit");
  for (let frame = 0; frame < seconds * rate; frame++) {
    const svg = Buffer.from(printed(sheet(faces, frame / rate)));
    encoder.stdin.write(await sharp(svg).png().toBuffer());
  }
  encoder.stdin.end();
  const [code] = (await ended) as [number | null];
  if (code === 0) process.stdout.write(`Made ${file}.\n`);
  else process.exitCode = 1;
}
