import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { EarlierContent, NoHistory } from "../domain/earlier-content.ts";
import type { BaseRevision } from "./base-revision.ts";
import { GitRefused } from "./git-refused.ts";
import type { Git } from "./git.ts";
import { contentOf, filesAt } from "./revision-files.ts";
import type { ContentRevision } from "./revision-files.ts";

/** What is known of earlier content, or why nothing is. */
export type History = { earlier: EarlierContent } | { none: NoHistory };

/** What is compared: texts and YAML. Pictures have no address that readers know. */
const COMPARED = [":(glob)**/*.md", ":(glob)**/*.mdx", ":(glob)**/*.yaml"];
const IS_COMPARED = /\.(?:mdx?|yaml)$/;

/**
 * What the content folder held at the commit that changes are counted from. What is not committed counts as changed. Only
 * files that differ are read. `content` is absolute, and the folder of `git`. Throws nothing that git says.
 */
export async function readHistory(
  git: Git,
  content: string,
  base: () => Promise<BaseRevision>,
): Promise<History> {
  if (statSync(content, { throwIfNoEntry: false })?.isDirectory() !== true)
    return { none: { why: "there is no content folder", fix: "`npm run check` says more." } };
  try {
    const revision = await base();
    const [then, differing] = await Promise.all([
      contentOf(git, revision),
      git.differing([revision.commit], COMPARED),
    ]);
    return { earlier: await earlierContent(then, content, differing) };
  } catch (error) {
    if (error instanceof GitRefused) return { none: error.none };
    throw error;
  }
}

/**
 * What a revision has in the place of the content folder, as far as that differs; `differing` are the paths that do, where
 * the folder had the same name. Throws GitRefused.
 */
export async function earlierContent(
  revision: ContentRevision,
  content: string,
  differing: Iterable<string>,
): Promise<EarlierContent> {
  const { commit, files } = revision;
  const isRenamed = revision.at !== revision.tree.prefix;
  const wanted = [...(isRenamed ? files.keys() : differing)].filter((path) =>
    IS_COMPARED.test(path),
  );
  const changed = new Map<string, string>();
  for (const [path, bytes] of await filesAt(revision, wanted))
    if (bytes !== undefined) changed.set(path, bytes.toString("utf8"));
  const earlier = { revision: commit.slice(0, 10), paths: new Set(files.keys()), changed };
  return isRenamed ? withoutEqual(earlier, content) : earlier;
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
