import { statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { contentFile } from "../../cache/content-file.ts";
import { MISSING_ALT } from "../../domain/missing-alt.ts";
import { cleanText } from "../../import/posts/clean-text.ts";
import { examineImages } from "../../loader/images/images.ts";
import type { ExaminedImage } from "../../loader/images/examined-image.ts";
import { READERS_HERE } from "../../loader/readers.ts";
import { printable } from "../../report/terminal-text.ts";

/** A picture that can be kept with a post. */
export interface ImageToKeep {
  /** Path of the file that it is copied from, absolute. */
  from: string;
  /** How its file ends by what it is, whatever it is called: `jpg`. */
  type: string;
  alt: string;
}

/** What to do about a picture that cannot be shown. */
const REMEDIES: Record<Extract<ExaminedImage, { fault: unknown }>["fault"], string> = {
  missing: "Save it again",
  broken: "Save it again",
  format: "Export it as JPEG or PNG",
  "too-large": "Export a smaller one",
  unsafe: "Export it as PNG",
};

const LONGEST_ALT = 5000;

/**
 * Looks at the picture at an absolute path, as the check will; `name` is how it was typed. All that keeps it from being
 * shown is told at once.
 */
export async function imageToKeep(
  from: string,
  { name, alt, clock }: { name: string; alt: string; clock: () => number },
): Promise<{ picture?: ImageToKeep; faults: string[] }> {
  const { text } = cleanText(alt);
  const faults: string[] = [];
  if (text === "" || text === MISSING_ALT)
    faults.push(
      "What the picture shows is missing. Add --alt with a sentence for readers who do not see it, in quotation marks.",
    );
  else if (text.length > LONGEST_ALT)
    faults.push(
      `--alt takes at most ${LONGEST_ALT.toLocaleString("en")} characters, not ${text.length.toLocaleString("en")}.`,
    );
  const shown = printable(name);
  if (statSync(from, { throwIfNoEntry: false })?.isFile() !== true) {
    faults.push(`There is no picture '${shown}'. Name a file with --image.`);
    return { faults };
  }
  const examined = await examine(from, clock);
  if ("fault" in examined) {
    faults.push(
      `The picture '${shown}' cannot be shown: ${examined.why}. ${REMEDIES[examined.fault]}, then name that file with --image.`,
    );
    return { faults };
  }
  return faults.length > 0
    ? { faults }
    : { picture: { from, type: examined.image.type, alt: text }, faults };
}

async function examine(path: string, clock: () => number): Promise<ExaminedImage> {
  const file = contentFile(basename(path), statSync(path, { bigint: true }), clock());
  const index = { recall: () => undefined, earlier: () => undefined, keep: () => {} };
  const readings = await examineImages(dirname(path), [file], { index, readers: READERS_HERE });
  const [reading] = readings.values();
  return reading ?? { fault: "broken", why: "it cannot be read" };
}
