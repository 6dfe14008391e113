import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { temporaryName } from "../../output/durable-write.ts";

/** A post and its picture, as files below a content folder. */
export interface PostFiles {
  /** `posts/SLUG.yaml`, and whether it takes the place of a file that is there. */
  file: string;
  replaces: boolean;
  yaml: string;
  /** A picture that comes with it, and the file that it is copied from, absolute. */
  picture?: { file: string; from: string } | undefined;
}

/**
 * Writes the files of a post: both, or neither. No file that is there is changed but the one that it replaces. `look` is
 * given the path of the new file below the content folder while it still has another name; where it says no, nothing is
 * left behind. Throws the system's errors, and then too.
 */
export function writePost(
  content: string,
  { file, replaces, yaml, picture }: PostFiles,
  look: (file: string) => boolean,
): boolean {
  const folder = dirname(join(content, file));
  const isNewFolder = !existsSync(folder);
  mkdirSync(folder, { recursive: true });
  const made: string[] = [];
  const temporary: string[] = [];
  const beside = (): string => {
    const name = temporaryName(folder);
    temporary.push(name);
    return name;
  };
  let isDone = false;
  try {
    const text = beside();
    writeFileSync(text, yaml, { flag: "wx", flush: true });
    if (!look(`${dirname(file)}/${text.slice(folder.length + 1)}`)) return false;
    if (picture !== undefined) {
      const copy = beside();
      copyFileSync(picture.from, copy);
      placeNew(copy, join(content, picture.file));
      made.push(join(content, picture.file));
    }
    if (replaces) renameSync(text, join(content, file));
    else placeNew(text, join(content, file));
    isDone = true;
    return true;
  } finally {
    for (const name of [...temporary, ...(isDone ? [] : made)]) rmSync(name, { force: true });
    if (!isDone && isNewFolder && readdirSync(folder).length === 0) rmdirSync(folder);
  }
}

/** Gives a file its name, which no other has: a link fails where one is there, and a renaming would not. */
function placeNew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Some file systems have no links.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS" && code !== "EOPNOTSUPP")
      throw error;
    copyFileSync(temporary, path, constants.COPYFILE_EXCL);
  }
}
