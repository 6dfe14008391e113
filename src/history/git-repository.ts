import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder whose `.git` is the repository that a folder lies in; undefined where there is none. Git itself would also take
 * a folder of the content whose files look like those of a repository; a `.git` is the only thing that nobody can commit.
 */
export function repositoryRoot(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  for (let at = realpathSync.native(folder); ; at = dirname(at)) {
    if (isRepository(join(at, ".git"))) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** A folder with a `HEAD`, or the file that leads a submodule or another work tree to one. */
function isRepository(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return existsSync(join(path, "HEAD"));
  return stats?.isFile() === true && stats.size < 10_000 && isLeading(path);
}

function isLeading(path: string): boolean {
  return readFileSync(path, "utf8").startsWith("gitdir: ");
}

/**
 * Variables of git that undo what the configuration of a repository says of filters, which are programs: what the configuration
 * of the user or the system says counts, and otherwise nothing. `listed` is what `git config -z --show-scope --get-regexp`
 * prints, `count` the variables of this kind that there are already.
 */
export function ownFilters(listed: string, count = "0"): Record<string, string> {
  const parts = listed.split("\0");
  const trusted = new Map<string, string>();
  const untrusted = new Set<string>();
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const scope = parts[at] ?? "";
    const [, key = "", value = "true"] = /^([^\n]*)(?:\n([^]*))?$/.exec(parts[at + 1] ?? "") ?? [];
    if (scope === "local" || scope === "worktree") untrusted.add(key);
    else trusted.set(key, value);
  }
  const first = Number(count) || 0;
  const own = [...untrusted].flatMap((key, at) => [
    [`GIT_CONFIG_KEY_${first + at}`, key],
    [
      `GIT_CONFIG_VALUE_${first + at}`,
      trusted.get(key) ?? (/\.required$/.test(key) ? "false" : ""),
    ],
  ]);
  if (own.length === 0) return {};
  return { GIT_CONFIG_COUNT: String(first + untrusted.size), ...Object.fromEntries(own) };
}
