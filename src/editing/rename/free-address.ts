import { inContent } from "../../domain/content-path.ts";
import { readOldAddress } from "../../domain/old-address.ts";
import { ReservedPaths } from "../../urls/reserved-paths.ts";
import { RenameRefused } from "./rename-sources.ts";
import type { RenameSources, Renamed } from "./rename-sources.ts";

/** Throws `RenameRefused` where a text has the address already, or had it, or something else of the bundle lies there. */
export function refuseTaken(old: Renamed, now: Renamed, sources: RenameSources): void {
  const { urls, placed, written, site, invalid, pages } = sources;
  if (now.file === old.file)
    throw new RenameRefused(`${inContent(old.file)} is called so already.`);
  const own = new Set<string>();
  const olds: string[] = [];
  const add = (address: string, isOwn: boolean): void => {
    const read = readOldAddress(address, site);
    if ("path" in read) (isOwn ? own : { add: (path: string) => olds.push(path) }).add(read.path);
  };
  for (const { from } of written?.moved ?? []) add(from, false);
  for (const { article } of placed)
    for (const alias of article.aliases) add(alias, article.file === old.file);
  const taken = new ReservedPaths([
    ...[...urls.pages.keys()].filter((path) => !isOf(path, old)),
    ...[...urls.unpublished].filter((path) => !isOf(path, old)),
    ...urls.takedowns,
    ...olds,
  ]);
  const files = [
    ...sources.files.articles,
    ...sources.files.pages,
    ...sources.files.categories,
    ...sources.files.authors,
    ...sources.files.stories,
  ];
  const there = files.find(({ file }) => file !== old.file && stemOf(file) === stemOf(now.file));
  const holder = taken.holder(now.path);
  if (there === undefined && (holder === undefined || own.has(now.path))) return;
  const by =
    there?.file ??
    [...placed.map(({ article }) => article), ...pages, ...invalid].find(
      ({ path }) => path === holder,
    )?.file;
  const what =
    by !== undefined
      ? `by ${inContent(by)}`
      : holder !== undefined && urls.takedowns.has(holder)
        ? `by a takedown in ${inContent("redirects.yaml")}`
        : holder !== undefined && olds.includes(holder)
          ? "by an old address that leads elsewhere"
          : `by ${holder ?? "a file"}, which Stet makes`;
  let number = 2;
  const better = (): string => now.path.replace(/\/$/, `-${number}/`);
  while (taken.holder(better()) !== undefined) number += 1;
  throw new RenameRefused(
    `The address ${now.path} is taken ${what}. Give another name, such as ${now.slug}-${number}.`,
  );
}

/** Whether a path goes away with a file: its own, and those of the lists below a section. */
function isOf(path: string, { path: own, kind }: Renamed): boolean {
  return path === own || (kind !== "article" && kind !== "page" && path.startsWith(own));
}

/** Case does not count, nor does the format. */
function stemOf(file: string): string {
  return file
    .normalize("NFC")
    .toLowerCase()
    .replace(/\.[^./]*$/, "");
}
