import { fileURLToPath } from "node:url";
import { openTypeface } from "../drawing/typeface.ts";
import type { Typefaces } from "./image.ts";

const SANS = import.meta
  .resolve("@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2");
const SERIF = import.meta
  .resolve("@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2");

/** Opens the faces of the paper; `read` gives a file's bytes. */
export async function openTypefaces(read: (path: string) => Buffer): Promise<Typefaces> {
  const sans = read(fileURLToPath(SANS));
  const serif = read(fileURLToPath(SERIF));
  return {
    sans: await openTypeface("r", sans, { wght: 400 }),
    sansBold: await openTypeface("b", sans, { wght: 700 }),
    serifBold: await openTypeface("s", serif, { wght: 700, opsz: 60 }),
  };
}
