import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { ArchiveError } from "../archive.ts";
import type { Archive, ArchiveBody, ArchiveReader } from "../archive.ts";
import { UploadsFolder } from "../uploads-folder.ts";
import { ArchiveBuilder, BODY_COLUMNS } from "./archive-builder.ts";
import { countGhost } from "./count-ghost.ts";
import { exportRows } from "./export-rows.ts";
import { readRedirects } from "./redirects-file.ts";
import { readRoutes } from "./routes-file.ts";
import { textIn } from "./row.ts";
import type { Row } from "./row.ts";
import { rootOf } from "./site-address.ts";
import { isReadTable } from "./tables.ts";

/** What is known of an export besides its files. */
export interface GhostOptions {
  /** Address of the old site, which exports do not name. */
  base?: string | undefined;
  /** Ghost's folder `content`, the folder around it, or `content/images`. */
  uploads?: string | undefined;
  /** An IANA name, in place of what the settings say. */
  timezone?: string | undefined;
}

const ROUTES = ["content/settings/routes.yaml", "settings/routes.yaml", "routes.yaml"];
const REDIRECTS = ["yaml", "json"].flatMap((ending) =>
  ["content/data/", "data/", "content/settings/", "settings/", ""].map(
    (folder) => `${folder}redirects.${ending}`,
  ),
);

/**
 * A reader of the JSON exports of a Ghost site, in one file or several. Neither reading nor converting fetches anything, and
 * at most one row of the files is in memory at a time. Its methods throw ArchiveError.
 */
export function readGhost(
  files: readonly string[],
  { base, uploads, timezone }: GhostOptions = {},
): ArchiveReader {
  const root = rootOf(base);
  const folder = uploads === undefined ? undefined : new UploadsFolder(resolve(uploads), [""]);
  let builder: ArchiveBuilder | undefined;
  return {
    system: "ghost",
    read: async (onProgress) => {
      const routesFile = folder?.find(ROUTES);
      const routes =
        routesFile === undefined
          ? undefined
          : readRoutes(readFileSync(routesFile, "utf8"), routesFile);
      const reading = new ArchiveBuilder({ root, uploads: folder, timezone, routes });
      const archive = await readAll(files, reading, onProgress, () => {
        const file = folder?.find(REDIRECTS);
        if (file === undefined) return [];
        const { redirects, notes } = readRedirects(readFileSync(file, "utf8"), file, root);
        for (const note of notes) reading.note(note);
        return redirects;
      });
      builder = reading;
      return archive;
    },
    bodies: () => {
      if (builder === undefined) throw new Error("Bodies are read after the archive.");
      return bodiesOf(files, builder.textKeys, root);
    },
    count: () => countGhost(files),
  };
}

async function readAll(
  files: readonly string[],
  builder: ArchiveBuilder,
  onProgress: (done: number, all: number) => void,
  redirects: () => Archive["redirects"],
): Promise<Archive> {
  if (files.length === 0)
    throw new ArchiveError("No file is named. Name the `.json` file of the export.");
  const all = files.reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  const faults: string[] = [];
  const titles = new Map<string, string>();
  let done = 0;
  for (const file of files) {
    const onBytes = (count: number): void => onProgress((done += count), all);
    try {
      for await (const row of exportRows(file, { isRead: isReadTable, onBytes })) {
        builder.add(row, file);
        const isTitle = row.table === "settings" && textIn(row.row ?? {}, "key") === "title";
        if (isTitle) titles.set(file, textIn(row.row ?? {}, "value"));
      }
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      faults.push(error.message);
    }
  }
  const [[first, title] = ["", ""], ...others] = titles;
  for (const [file, other] of others)
    if (other !== title)
      faults.push(
        `${file}:1:1: This export is of “${other}”, and ${first} is of “${title}”. Import each site into a folder of its own.`,
      );
  if (faults.length > 0) throw new ArchiveError(faults.join("\n"));
  return builder.finish(redirects());
}

async function* bodiesOf(
  files: readonly string[],
  textKeys: ReadonlyMap<string, string>,
  root: string | undefined,
): AsyncGenerator<ArchiveBody> {
  for (const file of files)
    for await (const { table, number, row } of exportRows(file, {
      isRead: (table) => table === "posts",
    })) {
      const key = table === "posts" ? textKeys.get(`${file}:${number}`) : undefined;
      if (key === undefined || row === undefined) continue;
      yield { key, ...bodyOf(row, root), comments: [] };
    }
}

/** The body of a post in its most finished form, and which one that is. */
function bodyOf(row: Row, root: string | undefined): Pick<ArchiveBody, "body" | "details"> {
  const form = BODY_COLUMNS.find((column) => textIn(row, column) !== "") ?? "html";
  return { body: textIn(row, form), details: { form, ...(root === undefined ? {} : { root }) } };
}
