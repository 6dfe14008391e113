import { bundleFile } from "../urls/hrefs.ts";
import type { Publication } from "../domain/publication.ts";

/**
 * The publication as Astro can print it: every page is the index of a folder. A take-down at a file, `/story.html`,
 * is planned at `/story.html/`; no other page has such an address.
 */
export function goneInFolders(publication: Publication): Publication {
  return {
    ...publication,
    takedowns: publication.takedowns.map((one) => ({ ...one, path: asFolder(one.path) })),
  };
}

/** Where pages belong that Astro prints elsewhere: the file of the bundle, by the path they were planned at. */
export function goneFiles({ takedowns }: Pick<Publication, "takedowns">): Map<string, string> {
  const files = takedowns.filter(({ path }) => !path.endsWith("/"));
  return new Map(files.map(({ path }) => [asFolder(path), bundleFile(path)]));
}

function asFolder(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}
