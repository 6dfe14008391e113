// npm run draw: draws the pictures of The Reach Report into content/.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ALL_PICTURES } from "../demo/pictures/all-pictures.ts";
import { openTypefaces } from "../demo/pictures/typefaces.ts";
import { printed } from "../demo/drawing/sheet.ts";
import { readOptions } from "../src/build/command-options.ts";

readOptions({});
const root = join(import.meta.dirname, "..");
const faces = await openTypefaces((path) => readFileSync(path));
for (const { file, draw } of ALL_PICTURES) {
  const path = join(root, "content", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, printed(draw(faces)));
}
process.stdout.write(`Drew ${ALL_PICTURES.length} pictures.\n`);
