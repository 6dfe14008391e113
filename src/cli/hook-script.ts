/** What the hook runs, and from where. */
export interface HookCall {
  /** The program that runs Stet, absolute. */
  node: string;
  /** The file of the command `stet`: below the root of the work tree, or absolute where it lies elsewhere. */
  command: { path: string; isBelow: boolean };
  /** The project below the root of the work tree, with `/`; empty where it is the root. */
  project: string;
  /** How problems are mended, as it is typed. */
  fix: string;
}

/** By this line a hook is known as one that Stet wrote. */
const MARK = "# Written by `stet hook`; `stet hook --remove` takes it away.";

/** Whether a hook was written by `stet hook`. */
export function isOwnHook(text: string): boolean {
  return text.split("\n").includes(MARK);
}

/**
 * The hook `pre-commit`, for the shell that git brings on every system. Graphical programs start it without the PATH of a
 * terminal, so that it names Node in full.
 */
export function hookScript({ node, command, project, fix }: HookCall): string {
  const stet = command.isBelow ? `$root/${inQuotes(command.path)}` : inQuotes(command.path);
  return `#!/bin/sh
${MARK}
# Checks what is about to be committed. Errors stop the commit; git commit --no-verify goes without it.
root=$(git rev-parse --show-toplevel) || exit 1
here=$(pwd)
# Git names its files from this folder, and the check works in another.
case "\${GIT_INDEX_FILE-}" in "" | /* | ?:*) ;; *) GIT_INDEX_FILE="$here/$GIT_INDEX_FILE" && export GIT_INDEX_FILE ;; esac
case "\${GIT_DIR-}" in "" | /* | ?:*) ;; *) GIT_DIR="$here/$GIT_DIR" && export GIT_DIR ;; esac
if [ -n "\${GIT_DIR-}" ] && [ -z "\${GIT_WORK_TREE-}" ]; then GIT_WORK_TREE="$root" && export GIT_WORK_TREE; fi
node="${inQuotes(node)}"
[ -x "$node" ] || node=$(command -v node) || node=
stet="${stet}"
if [ -z "$node" ] || [ ! -f "$stet" ]; then
  echo "The check of Stet cannot run: Node or Stet is not where it was. In your project, install it again: npm run hook" >&2
  echo "To commit without the check: git commit --no-verify" >&2
  exit 1
fi
cd "$root/${inQuotes(project)}" || exit 1
"$node" "$stet" check --staged >&2
code=$?
if [ $code -eq 1 ]; then
  echo "Nothing was committed. Fix the errors, or run ${inQuotes(fix)} to fix the certain ones; then git add, and commit again." >&2
  echo "To commit without the check: git commit --no-verify" >&2
elif [ $code -ne 0 ]; then
  echo "Nothing was committed, because the check could not run. To commit without it: git commit --no-verify" >&2
fi
exit $code
`;
}

/** A text between double quotation marks of a shell. */
function inQuotes(text: string): string {
  return text.replaceAll(/[\\"$`]/g, "\\$&");
}

/** The line that runs the check in a hook of somebody else's. */
export function hookLine({ node, command, project }: HookCall): string {
  const stet = command.isBelow
    ? `$(git rev-parse --show-toplevel)/${inQuotes(command.path)}`
    : inQuotes(command.path);
  const check = `"${inQuotes(node)}" "${stet}" check --staged`;
  return project === ""
    ? `${check} || exit 1`
    : `(cd "${inQuotes(project)}" && ${check}) || exit 1`;
}
