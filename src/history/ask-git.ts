import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** What git cannot be asked, with a message that says why and what to do. */
export class GitRefused extends Error {
  override name = "GitRefused";
}

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** How git is asked. */
export interface GitOptions {
  /** The folder that it is asked about, absolute. */
  folder: string;
  environment: Variables;
}

/** What git answered. */
export interface GitAnswer {
  /** 0 where it did what it was asked. */
  code: number;
  stdout: Buffer;
  /** What it said besides, without the last line break. */
  stderr: string;
}

/** Longest answer, in bytes: the names of a million files. */
const MOST_BYTES = 1 << 28;

/**
 * Asks git something, without a shell; `input` is what it reads. Nothing is locked or written by looking. Throws GitRefused
 * where there is no git, or it does not trust the folder.
 */
export function askGit(
  { folder, environment }: GitOptions,
  args: readonly string[],
  input: string | Buffer = "",
): GitAnswer {
  const { error, status, stdout, stderr } = spawnSync("git", args, {
    cwd: folder,
    env: { ...environment, LC_ALL: "C", LANGUAGE: "", GIT_OPTIONAL_LOCKS: "0", GIT_PAGER: "cat" },
    input,
    maxBuffer: MOST_BYTES,
    windowsHide: true,
  });
  if (error !== undefined) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT")
      throw new GitRefused(
        "git is not installed, or not in the PATH. Install it from https://git-scm.com/.",
      );
    throw new GitRefused(`git cannot be run: ${error.message}.`);
  }
  const said = stderr.toString().trimEnd();
  if (/dubious ownership/.test(said))
    throw new GitRefused(
      `git does not trust the repository, because another user owns it. If you do, run: git config --global --add safe.directory '${folder}'`,
    );
  return { code: status ?? 1, stdout, stderr: said };
}

/** The same where only success will do; throws GitRefused with what git said. */
export function gitOutput(
  options: GitOptions,
  args: readonly string[],
  input?: string | Buffer,
): Buffer {
  const { code, stdout, stderr } = askGit(options, args, input);
  if (code === 0) return stdout;
  throw new GitRefused(
    `\`git ${args[0] ?? ""}\` failed: ${firstLine(stderr) || `exit code ${code}`}`,
  );
}

/** The first line of what git said, without its mark. */
export function firstLine(said: string): string {
  return (said.split("\n", 1)[0] ?? "").replace(/^(?:fatal|error): /, "");
}

/** Parts of an answer that end with NUL (`-z`). */
export function parts(answer: Buffer): string[] {
  return answer.toString().split("\0").slice(0, -1);
}

/**
 * The variables for git in another folder than the one that this process was started in: a hook names its repository and its
 * index from there, and takes that folder for the whole work tree.
 */
export function gitEnvironment(environment: Variables, cwd: string): Variables {
  const { GIT_DIR: repository, GIT_INDEX_FILE: index, GIT_WORK_TREE: tree } = environment;
  return {
    ...environment,
    ...(index === undefined ? {} : { GIT_INDEX_FILE: resolve(cwd, index) }),
    ...(repository === undefined
      ? {}
      : { GIT_DIR: resolve(cwd, repository), GIT_WORK_TREE: resolve(cwd, tree ?? ".") }),
    // It is what git puts before paths that are typed, and wrong in another folder.
    GIT_PREFIX: undefined,
  };
}
