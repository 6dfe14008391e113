import type { ContentFile } from "../cache/content-file.ts";
import { indexOf } from "../cache/index-file.ts";
import type { IndexedFolders } from "../cache/index-file.ts";
import { indexedReadings } from "./indexed-readings.ts";
import { looksLike } from "./look-into-public.ts";
import type { PublicContents } from "./look-into-public.ts";
import { LONGEST_VERIFICATION } from "./public-rules.ts";
import type { Readers } from "./readers.ts";

/** Largest files that are looked into, in bytes. */
const LARGEST = { drawing: 50_000_000, verification: LONGEST_VERIFICATION };

const TOO_LARGE: Record<keyof typeof LARGEST, PublicContents> = {
  drawing: { unsafe: `it has more than ${LARGEST.drawing.toLocaleString("en")} bytes` },
  verification: { unlike: true },
};

/**
 * Looks into those files of `public/` whose type does not tell what they do: drawings, and files by which search
 * engines recognise a site. What is wrong, by path below the content folder; one that is as it was in an earlier build
 * is not opened.
 */
export async function publicContents(
  folders: IndexedFolders,
  files: ReadonlyMap<string, ContentFile>,
  readers: Readers,
): Promise<Map<string, PublicContents>> {
  const contents = new Map<string, PublicContents>();
  const asked = new Map<ContentFile, string>();
  for (const [path, file] of files) {
    const kind = looksLike(path);
    if (kind === undefined) continue;
    if (file.bytes > LARGEST[kind]) contents.set(path, TOO_LARGE[kind]);
    else asked.set(file, path);
  }
  const index = indexOf<PublicContents>("public", folders);
  const options = { kind: "public", content: folders.content, rules: undefined } as const;
  const readings = await indexedReadings(options, [...asked.keys()], readers, {
    index,
    digestOf: () => undefined,
    without: () => ({ unsafe: "it cannot be read to its end" }),
  });
  index.save();
  for (const [file, path] of asked) {
    const reading = readings.get(file.file);
    if (reading !== undefined && Object.keys(reading).length > 0) contents.set(path, reading);
  }
  return contents;
}
