import { basename, dirname, resolve } from "node:path";
import type { Git } from "./git.ts";

/** Where git looks for the hooks of a repository. */
export interface HooksFolder {
  /** Absolute. */
  path: string;
  /** Whose they are: git's own folder, that of husky, or one that `core.hooksPath` names. */
  kind: "own" | "husky" | "named";
}

/** The folder of hooks of the repository that `folder` lies in, for all of its work trees. Throws GitRefused. */
export async function hooksFolder(git: Git, folder: string): Promise<HooksFolder> {
  const answer = await git.run(["rev-parse", "--git-path", "hooks"]);
  const path = resolve(folder, answer.toString("utf8").replace(/\n$/, ""));
  const named = await git.ask(["config", "--get", "core.hooksPath"]);
  if (named === undefined || named.toString("utf8").trim() === "") return { path, kind: "own" };
  const isHusky = [basename(path), basename(dirname(path))].includes(".husky");
  return { path, kind: isHusky ? "husky" : "named" };
}
