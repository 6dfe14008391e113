import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { composed } from "../../domain/composed.ts";
import type { ContentFile } from "../../cache/content-file.ts";
import type { FileIndex } from "../../cache/index-file.ts";
import { isDrawing, lookAtImage } from "./look-at-image.ts";
import type { ExaminedImage } from "./examined-image.ts";
import type { Readers } from "../readers.ts";

/** Largest picture file that is read, in bytes. */
const LARGEST_IMAGE_BYTES = 50_000_000;

/** Is told how the examining of so many pictures gets on; not begun where there is none. */
export type ShowExamining = (count: number) => { advance(): void; done(): void };

/** How pictures are examined. */
export interface Examining {
  index: Pick<FileIndex<ExaminedImage>, "recall" | "earlier" | "keep">;
  /** What reads drawings: they are programs for whoever draws them. */
  readers: Readers;
  show?: ShowExamining | undefined;
}

/**
 * Examines picture files: true type, size, and whether they decode to their end. What is known from an earlier
 * build by its stamp is not opened; what is known by its bytes, as in a fresh checkout, is not decoded; of one that is
 * listed and not here the list is believed. All cores are used; the result is in the order of the files, by their composed paths.
 */
export async function examineImages(
  content: string,
  files: readonly ContentFile[],
  { index, readers, show }: Examining,
): Promise<Map<string, ExaminedImage>> {
  const readings = new Map<string, ExaminedImage>();
  const waiting = files.filter((file) => {
    const known = asListed(file) ?? index.recall(file);
    if (known !== undefined) readings.set(composed(file.file), known);
    return known === undefined;
  });
  const stage = waiting.length === 0 ? undefined : show?.(waiting.length);
  let next = 0;
  const work = async (): Promise<void> => {
    for (;;) {
      const file = waiting[next];
      next += 1;
      if (file === undefined) return;
      const reading = await examine(content, file, { earlier: index.earlier(file), readers });
      readings.set(composed(file.file), reading);
      stage?.advance();
    }
  };
  // More than there are cores: while one is read from the disk, another is decoded.
  await Promise.all(Array.from({ length: availableParallelism() + 2 }, work));
  stage?.done();
  for (const file of waiting) {
    const reading = readings.get(composed(file.file));
    if (reading !== undefined) index.keep(file, reading);
  }
  return readings;
}

/** What the list says of a picture that is not here: whoever listed it has examined it. */
function asListed({ file, bytes, listed }: ContentFile): ExaminedImage | undefined {
  if (listed?.image === undefined || listed.isHere) return undefined;
  return { image: { file, digest: listed.sha256, bytes, ...listed.image } };
}

async function examine(
  content: string,
  { file, bytes }: ContentFile,
  { earlier, readers }: { earlier: ExaminedImage | undefined; readers: Readers },
): Promise<ExaminedImage> {
  // In imported archives, as good as a picture that was lost.
  if (bytes === 0) return { fault: "missing", why: "its file is empty" };
  if (bytes > LARGEST_IMAGE_BYTES) {
    return {
      fault: "too-large",
      why: `it has ${bytes.toLocaleString("en")} bytes; at most ${LARGEST_IMAGE_BYTES.toLocaleString("en")} are allowed`,
    };
  }
  try {
    const data = await readFile(join(content, file));
    const digest = hash("sha256", data, "hex");
    if (earlier !== undefined && "image" in earlier && earlier.image.digest === digest)
      return earlier;
    if (!isDrawing(data)) return await lookAtImage(data, { file, digest, bytes });
    const options = { kind: "drawing", content, rules: undefined } as const;
    const [read] = await readers.read(options, [{ file }]);
    return read !== undefined && "reading" in read
      ? read.reading
      : { fault: "broken", why: "it cannot be decoded completely" };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { fault: "broken", why: `it cannot be read (${why})` };
  }
}
