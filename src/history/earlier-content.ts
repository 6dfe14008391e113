import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { EarlierContent, NoHistory } from "../domain/earlier-content.ts";
import { baseRevision } from "./base-revision.ts";
import type { BaseRevision } from "./base-revision.ts";
import { Git, GitFailure } from "./git.ts";

/** What is known of earlier content, or why nothing is. */
export type History = { earlier: EarlierContent } | { none: NoHistory };

/** What is compared: texts and YAML. Pictures have no address that readers know. */
const COMPARED = [":(glob)**/*.md", ":(glob)**/*.mdx", ":(glob)**/*.yaml"];
const IS_COMPARED = /\.(?:mdx?|yaml)$/;

/**
 * What the content folder held at the commit that changes are counted from: the one where the history leaves that of the
 * default branch, or of `base`. What is not committed counts as changed. Only files that differ are read. Throws nothing.
 *
 * `content` is absolute; `environment` are the variables that git is run with.
 */
export async function readHistory(
  content: string,
  environment: Readonly<Record<string, string | undefined>>,
  base?: string,
): Promise<History> {
  if (statSync(content, { throwIfNoEntry: false })?.isDirectory() !== true)
    return { none: { why: "there is no content folder", fix: "`npm run check` says more." } };
  const git = new Git(content, environment);
  try {
    const revision = await baseRevision(git, base);
    if ("none" in revision) return revision;
    return await earlierContent(git, content, revision);
  } catch (error) {
    if (error instanceof GitFailure) return { none: noHistory(error) };
    throw error;
  }
}

async function earlierContent(git: Git, content: string, revision: BaseRevision): Promise<History> {
  const { commit } = revision;
  const [listed, differing] = await Promise.all([
    git.run(["ls-tree", "-r", "-z", commit]),
    git.run([
      "diff",
      "--name-only",
      "-z",
      "--no-renames",
      "--no-ext-diff",
      "--relative",
      "--ignore-submodules",
      commit,
      "--",
      ...COMPARED,
    ]),
  ]);
  const blobs = blobsBelow(listed, "");
  if (blobs.has("site.yaml")) {
    const names = new Set(differing.toString("utf8").split("\0"));
    const files = [...blobs].filter(([file]) => names.has(file) && IS_COMPARED.test(file));
    return readBlobs(git, commit, { blobs, files });
  }
  const moved = await folderThen(git, revision);
  if (moved === undefined) return readBlobs(git, commit, { blobs, files: [] });
  const files = [...moved].filter(([file]) => IS_COMPARED.test(file));
  const read = await readBlobs(git, commit, { blobs: moved, files });
  return "none" in read ? read : { earlier: withoutEqual(read.earlier, content) };
}

/** The hashes of files below a folder, by their paths there. Links and repositories within are no files. */
function blobsBelow(listed: Buffer, prefix: string): Map<string, string> {
  const blobs = new Map<string, string>();
  for (const line of listed.toString("utf8").split("\0")) {
    const [, hash, file] = /^100\d{3} blob ([\da-f]+)\t(.*)$/s.exec(line) ?? [];
    if (hash !== undefined && file?.startsWith(prefix) === true)
      blobs.set(file.slice(prefix.length), hash);
  }
  return blobs;
}

/** The files of a content folder that had another name then: the only one with a `site.yaml` that is not there any more. */
async function folderThen(
  git: Git,
  { commit, root }: BaseRevision,
): Promise<Map<string, string> | undefined> {
  const listed = await git.run(["ls-tree", "-r", "-z", "--full-tree", commit]);
  const folders = [...blobsBelow(listed, "").keys()]
    .filter((file) => file.endsWith("/site.yaml"))
    .map((file) => file.slice(0, -"site.yaml".length))
    .filter((folder) => statSync(join(root, folder), { throwIfNoEntry: false }) === undefined);
  const [folder] = folders;
  return folder === undefined || folders.length > 1 ? undefined : blobsBelow(listed, folder);
}

async function readBlobs(
  git: Git,
  commit: string,
  { blobs, files }: { blobs: Map<string, string>; files: [file: string, hash: string][] },
): Promise<History> {
  const read = await git.objects(files.map(([, hash]) => hash));
  const changed = new Map<string, string>();
  for (const [at, [file]] of files.entries()) {
    const bytes = read[at];
    if (bytes === undefined)
      return {
        none: {
          why: "this clone is partial and lacks earlier texts",
          fix: "Fetch them with `git fetch --refetch --no-filter origin`.",
        },
      };
    changed.set(file, bytes.toString("utf8"));
  }
  return { earlier: { revision: commit.slice(0, 10), paths: new Set(blobs.keys()), changed } };
}

/** Without the files that are the same in the folder's new place. */
function withoutEqual(earlier: EarlierContent, content: string): EarlierContent {
  const plain = (text: string): string => text.replaceAll("\r\n", "\n");
  const isEqual = (file: string, text: string): boolean => {
    try {
      return plain(readFileSync(join(content, file), "utf8")) === plain(text);
    } catch {
      return false;
    }
  };
  const changed = new Map([...earlier.changed].filter(([file, text]) => !isEqual(file, text)));
  return { ...earlier, changed };
}

function noHistory({ message, isMissing }: GitFailure): NoHistory {
  if (isMissing)
    return { why: "git is not installed", fix: "Install it from https://git-scm.com." };
  if (/not a git repository/i.test(message))
    return {
      why: "the content folder is not in a git repository",
      fix: "Make one with `git init`, and commit.",
    };
  return { why: `git says: ${message}`, fix: "`git status`, run in that folder, says more." };
}
