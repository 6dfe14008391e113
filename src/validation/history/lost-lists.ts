import { rule as listRule } from "../../checks/history/list.ts";
import type { EarlierContent } from "../../domain/earlier-content.ts";
import type { Diagnostic } from "../../domain/diagnostic.ts";
import { slugify } from "../../domain/slug.ts";
import { REDIRECTS_FILE } from "../../loader/redirects-file.ts";
import { addresses } from "../../urls/hrefs.ts";
import type { Comparison } from "./lost-redirects.ts";

/** A kind of page that lists articles. */
type ListKind = "author" | "category" | "story" | "tag";

const FOLDERS = {
  author: "authors",
  category: "categories",
  story: "stories",
  tag: "tags",
} as const satisfies Record<ListKind, string>;

/** A page that listed an article, and what took its place for those that were listed there. */
interface LostList {
  kind: ListKind;
  name: string;
  /** The file to tell it of, where there is none of its own. */
  file: string;
  /** Paths of the pages that list its articles now, by how many they are. */
  instead: Map<string, number>;
}

/** What an article is listed by. */
interface Listed {
  category: string;
  authors: readonly string[];
  story?: string | undefined;
  tags: readonly string[];
}

/** Pages of sections, authors, stories and topics that readers could open and that are there no more. */
export function lostListDiagnostics({
  earlier,
  become,
  found,
  present,
}: Omit<Comparison, "then"> & { earlier: EarlierContent }): Diagnostic[] {
  const lost = new Map<string, LostList>();
  const isThere = (path: string): boolean => found.isOpen(path) || found.isHeld(path);
  const unknown = new Set<string>();
  for (const [article, is] of become) {
    const { front } = article;
    const then = { ...front, authors: front.author };
    const now = is.kind === "found" && found.isPublic(is.located) ? is.located.article : undefined;
    for (const [path, { kind, name }] of listsOf(then)) {
      if (is.kind === "unreadable") unknown.add(path);
      if (isThere(path)) continue;
      const list = lost.get(path) ?? {
        kind,
        name,
        file: is.kind === "found" ? is.located.article.file : article.file,
        instead: new Map<string, number>(),
      };
      lost.set(path, list);
      if (now === undefined) continue;
      for (const [other, of] of listsOf(now))
        if (of.kind === kind && found.isOpen(other))
          list.instead.set(other, (list.instead.get(other) ?? 0) + 1);
    }
  }
  // A section has a page even if no article stands in it.
  for (const file of earlier.paths) {
    const name = /^categories\/([^/]+)\.yaml$/.exec(file)?.[1];
    if (name === undefined) continue;
    const path = addresses.category(name);
    if (isThere(path) || lost.has(path) || !earlier.changed.has(file)) continue;
    lost.set(path, { kind: "category", name, file, instead: new Map() });
  }
  const files = new Set(
    [
      ...present.files.authors,
      ...present.files.categories,
      ...present.files.stories,
      ...present.files.tags,
    ].map(({ file }) => file),
  );
  const isNew = present.textOf(REDIRECTS_FILE) === undefined;
  return [...lost]
    .filter(([path]) => !unknown.has(path))
    .map(([path, { kind, name, file, instead }]) => {
      const own = `${FOLDERS[kind]}/${name}.yaml`;
      const isDeleted = earlier.paths.has(own) && !files.has(own);
      const to = [...instead].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "/";
      const at = { file: isDeleted || files.has(own) ? own : file, line: 1, column: 1 };
      const why = isDeleted ? "file" : "articles";
      return listRule.at(at, { path, kind, name, why, to, isNew });
    });
}

/** The pages that list an article, by their paths. */
function* listsOf({
  category,
  authors,
  story,
  tags,
}: Listed): Generator<[path: string, list: { kind: ListKind; name: string }]> {
  yield [addresses.category(category), { kind: "category", name: category }];
  for (const name of authors) yield [addresses.author(name), { kind: "author", name }];
  if (story !== undefined) yield [addresses.story(story), { kind: "story", name: story }];
  for (const tag of tags) {
    const name = slugify(tag);
    yield [addresses.tag(name), { kind: "tag", name }];
  }
}
