import { basename, dirname, resolve } from "node:path";
import { askGit, gitOutput } from "./ask-git.ts";
import type { TrackedFolder } from "./content-changes.ts";

/** Where git looks for the hooks of a repository. */
export interface HooksFolder {
  /** Absolute. */
  path: string;
  /** Whose they are: git's own folder, that of husky, or one that `core.hooksPath` names. */
  kind: "own" | "husky" | "named";
}

/** The folder of hooks of a repository, for all of its work trees. Throws GitRefused. */
export function hooksFolder(folder: TrackedFolder): HooksFolder {
  const answer = gitOutput(folder, ["rev-parse", "--git-path", "hooks"])
    .toString()
    .replace(/\n$/, "");
  const path = resolve(folder.folder, answer);
  const { code, stdout } = askGit(folder, ["config", "--get", "core.hooksPath"]);
  if (code !== 0 || stdout.toString().trim() === "") return { path, kind: "own" };
  const isHusky = [basename(path), basename(dirname(path))].includes(".husky");
  return { path, kind: isHusky ? "husky" : "named" };
}
