import type { NoHistory } from "../domain/earlier-content.ts";

/** Why git cannot tell what it is asked for, and what to do; the message says both. */
export class GitRefused extends Error {
  override name = "GitRefused";
  readonly none: NoHistory;

  constructor(none: NoHistory) {
    // The program is written small, at the beginning of a sentence too.
    super(`${none.why.replace(/^(?!git\b)./, (first) => first.toUpperCase())}. ${none.fix}`);
    this.none = none;
  }
}

/** What is said where the program itself cannot be started. */
export function cannotStart({ code, message }: NodeJS.ErrnoException): GitRefused {
  return new GitRefused(
    code === "ENOENT"
      ? {
          why: "git is not installed, or not in the PATH",
          fix: "Install it from https://git-scm.com/.",
        }
      : { why: `git cannot be run: ${message}`, fix: "`git --version` should run in a terminal." },
  );
}

const NO_REPOSITORY: NoHistory = {
  why: "the content folder is not in a git repository",
  fix: "Make one with `git init`, and commit.",
};

/** What is said where there is no repository. */
export function noRepository(): GitRefused {
  return new GitRefused(NO_REPOSITORY);
}

/** What keeps git from answering anything at all, by what it says of it. */
const OBSTACLES: readonly [said: RegExp, none: (root: string) => NoHistory][] = [
  [/not a git repository|cannot use bare repository/i, () => NO_REPOSITORY],
  [
    /dubious ownership/,
    (root) => ({
      why: "git does not trust the repository, because another user owns it",
      fix: `If you do, run \`git config --global --add safe.directory '${root.replaceAll("'", "'\\''")}'\`.`,
    }),
  ],
  [
    /must be run in a work tree/,
    () => ({
      why: "the content folder is in a git repository without files of its own, a bare one",
      fix: "Run this in a clone of it.",
    }),
  ],
];

/**
 * What stands in the way of every question, by what git said; undefined where it is this question alone. `root` is the root of
 * the repository's files, which is what git wants to be told to trust.
 */
export function obstacle(said: string, root: string): GitRefused | undefined {
  const found = OBSTACLES.find(([pattern]) => pattern.test(said));
  return found === undefined ? undefined : new GitRefused(found[1](root));
}

/** What is said of a command that failed, by the line in which git says why. */
export function failed(said: string, command = ""): GitRefused {
  if (/lazy fetching disabled|promisor remote|transport '[^']*' not allowed/.test(said))
    return lacksTexts();
  const lines = said.split("\n").filter((line) => line.trim() !== "");
  const told = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines.at(-1);
  const why = told?.replace(/^(?:fatal|error): /, "").trim() ?? `git ${command} failed`;
  return new GitRefused({
    why: `git says: ${why}`,
    fix: "`git status`, run in that folder, says more.",
  });
}

/** What is said where a clone was made without the texts of earlier commits. */
export function lacksTexts(): GitRefused {
  return new GitRefused({
    why: "this clone is partial and lacks earlier texts",
    fix: "Fetch them with `git fetch --refetch --no-filter origin`.",
  });
}

/** What is said where there is no such revision, or none to compare with that has no name. */
export function lacksRevision(named: string | undefined, isShallow: boolean): GitRefused {
  const what =
    named === undefined ? "the commit to compare with" : `the revision '${named}' to compare with`;
  return new GitRefused(
    isShallow
      ? {
          why: `this clone is shallow and lacks ${what}`,
          fix: "Fetch it with `git fetch --unshallow origin`; in GitHub Actions, give actions/checkout `fetch-depth: 0`, in GitLab set `GIT_DEPTH: 0`.",
        }
      : {
          why: `this repository lacks ${what}`,
          fix: "`git branch --all` lists what it has; `git fetch origin` brings what is new.",
        },
  );
}
