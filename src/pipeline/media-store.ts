import { constants, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { copyFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { NAMED_FILES, nameLines } from "../deploy/object-store.ts";
import type { RunRclone } from "../deploy/rclone.ts";
import type { MediaTarget } from "../loader/media-target.ts";

/** Where media files are kept outside git, by their paths there, with `/`. */
export interface MediaStore {
  /** Copies those of the named files that exist into a local folder, below their paths. */
  fetch(paths: readonly string[], into: string): Promise<void>;
  /** Adds files of a local folder, or what links in it lead to; one that is there already, whole, stays as it is. */
  add(from: string, paths: readonly string[]): Promise<void>;
  /** Everything that it has. */
  list(): Promise<{ path: string; bytes: number }[]>;
}

/** The folder of a media store is not on this machine. */
export class StoreAbsent extends Error {
  override name = "StoreAbsent";
}

/** A media store that can be used. Its methods throw StoreAbsent, RcloneMissing and RcloneFailed. */
export function openMediaStore(place: MediaTarget, run: RunRclone): MediaStore {
  return place.kind === "folder" ? folderStore(place.folder) : remoteStore(place.remote, run);
}

function folderStore(folder: string): MediaStore {
  const assertPresent = (): void => {
    if (!existsSync(folder)) throw new StoreAbsent(`There is no folder ${folder}.`);
  };
  return {
    fetch: async (paths, into) => {
      assertPresent();
      for (const path of paths) {
        const source = join(folder, path);
        if (statSync(source, { throwIfNoEntry: false })?.isFile() !== true) continue;
        mkdirSync(dirname(join(into, path)), { recursive: true });
        // Shared on disk where the file system can.
        await copyFile(source, join(into, path), constants.COPYFILE_FICLONE);
      }
    },
    add: async (from, paths) => {
      // It may lie in the working tree of the texts, which it is to be kept out of.
      if (mkdirSync(folder, { recursive: true }) !== undefined)
        writeFileSync(join(folder, ".gitignore"), "*\n");
      for (const path of paths) {
        const [source, target] = [join(from, path), join(folder, path)];
        const size = statSync(source, { throwIfNoEntry: false })?.size;
        // What is gone meanwhile is not to be sent any more.
        if (size === undefined || statSync(target, { throwIfNoEntry: false })?.size === size)
          continue;
        mkdirSync(dirname(target), { recursive: true });
        const unfinished = `${target}.${process.pid}.tmp`;
        await copyFile(source, unfinished, constants.COPYFILE_FICLONE);
        await rename(unfinished, target);
      }
    },
    list: async () => {
      assertPresent();
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => {
          const path = join(parentPath, name);
          return {
            path: path.slice(folder.length + 1).replaceAll("\\", "/"),
            bytes: statSync(path).size,
          };
        });
    },
  };
}

function remoteStore(remote: string, run: RunRclone): MediaStore {
  return {
    fetch: async (paths, into) => {
      await run(["copy", ...NAMED_FILES, "--", remote, into], nameLines(paths));
    },
    add: async (from, paths) => {
      // What has a name has the digest in it: another length is half of a file, from a transfer that was cut.
      await run(
        ["copy", ...NAMED_FILES, "--size-only", "--copy-links", "--", from, remote],
        nameLines(paths),
      );
    },
    list: async () => {
      const written = await run(
        [
          "lsjson",
          "--recursive",
          "--fast-list",
          "--files-only",
          "--no-modtime",
          "--no-mimetype",
          "--",
          remote,
        ],
        "",
      );
      return (JSON.parse(written) as { Path: string; Size: number }[]).map(({ Path, Size }) => ({
        path: Path,
        bytes: Size,
      }));
    },
  };
}
