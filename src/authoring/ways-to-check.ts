/** How the check mends, looks at changes and prints, as sections of its guide in Markdown. */
export const WAYS_TO_CHECK = `## Certain remedies

\`npm run check -- --fix\` carries out every remedy that is certain, lists what it fixed, and reports what is left. \`--fix --dry-run\` prints what would change as a diff that \`git apply\` takes, and writes nothing. Uncommitted changes are no obstacle, but commit first: then \`git diff\` shows what the command did.

- A remedy is certain if nothing else can be meant: the current address in place of an old one, \`title\` for \`headline\`, quotation marks around a value with a colon, a date in the usual form, a missing blank line in a component. Guesses, placeholders that only an author can fill in, and whatever would change what a text says are left to you. The rules below say which of them have such remedies.
- One problem hides another, so the check runs again until there is nothing more to fix. All of it is tried in a view of the content folder before a file is touched. An edit that would cause another error, or does not solve its problem, is not made, and is listed.
- Comments, the order of keys, line endings, a byte order mark and file permissions stay. Files are replaced as a whole. Symbolic links, files that are not UTF-8, and files that changed while the command ran are left alone.

## What changed

\`npm run check -- --changed\` reports the problems of files that differ from where the work left the default branch (\`origin/HEAD\`, \`origin/main\`, \`origin/master\`, \`main\` or \`master\`); on that branch, from the last commit that its remote has. The rules of [history](writing.md#what-the-check-compares-with) compare with the same commit. \`--changed v1.2\` compares with another revision, by their merge base. Uncommitted and untracked files count; files that git ignores count as unchanged. \`--staged\` checks what would be committed now, whatever lies in the folder.

Problems that the change causes in other files are reported too, such as a link to an article that was deleted. To tell them from older ones, the earlier state of the changed files is checked as well, and only what was there already is left out. The last line says how many problems that is. \`--fix --changed\` fixes the changed files only.

Without git, without a repository, or if the history does not reach back to the base, the command refuses with code 2 and says what to do, because it cannot know what is new. In GitHub Actions, check out with \`fetch-depth: 0\`.

\`npm run hook\` makes git run \`check --staged\` before each commit in this clone. Git copies no hooks, so everyone in the newsroom runs it once, in a clone of their own; \`npm run hook -- --remove\` undoes that. Errors stop the commit, warnings do not, and \`git commit --no-verify\` commits without the check. The hook contains the full path of Node, because graphical programs start hooks without your \`PATH\`. A hook of another program, or one managed by husky or \`core.hooksPath\`, is left alone, and the command prints the line to add to it.

\`npm run check -- --watch\` checks again after every change and reports what is new and what is gone, until Ctrl-C.

## Formats

\`--format\` selects the output. Only the report is printed to standard output; progress, and what \`--fix\` did, go to standard error unless the format is \`text\`.

| Format | Output |
|---|---|
| \`text\` | for people: the default |
| \`json\` | one JSON object, as below; \`--json\` is the same |
| \`github\` | [workflow commands](https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands), which GitHub Actions shows next to the lines of a pull request: up to ten errors, warnings and hints each, then a count. All of them are in the summary of the job. |
| \`sarif\` | [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), for the code scanning of code hosts, with the fixes; paths begin at the root of the repository |

`;
