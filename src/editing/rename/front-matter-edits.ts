import type { Article } from "../../domain/article.ts";
import { inContent } from "../../domain/content-path.ts";
import { readOldAddress } from "../../domain/old-address.ts";
import { idFromPath } from "../../loader/identity.ts";
import type { ReferenceLocations } from "../../loader/references.ts";
import { scalarEdits } from "../scalar-edits.ts";
import { MOST_ALIASES } from "../../loader/schemas/article-schema.ts";
import type { TextEdit } from "../../domain/text-edits.ts";
import { appendEntry, setValue } from "../yaml-edits.ts";
import { wantedSource } from "./link-edits.ts";
import type { Renaming } from "./link-edits.ts";
import { RenameRefused } from "./rename-sources.ts";
import type { RenameSources } from "./rename-sources.ts";

/**
 * What a renamed article says of itself: the old address among its `aliases`, unless it was never public; its `id`, where that
 * would be another one; its lead picture, seen from another folder; and a new `date`, if one is given.
 */
export function frontMatterEdits(
  text: string,
  { article, places }: { article: Article; places: ReferenceLocations },
  renaming: Renaming,
  { site, now }: Pick<RenameSources, "site" | "now">,
  date: string | undefined,
): TextEdit[] {
  const { file, aliases, image, id } = article;
  const { old, new: renamed } = renaming;
  const wasPublic = !article.draft && article.instant <= now;
  const isAt = (alias: string, path: string): boolean => {
    const read = readOldAddress(alias, site);
    return "path" in read && read.path === path;
  };
  // An article that comes back to an old address of its own has that no more as an old one.
  const isBack = aliases.some((alias) => isAt(alias, renamed.path));
  const others = aliases.filter((alias) => !isAt(alias, renamed.path));
  const after = !wasPublic
    ? others
    : isBack
      ? aliases.map((alias) => (isAt(alias, renamed.path) ? old.path : alias))
      : [...aliases, old.path];
  if (after.length > MOST_ALIASES)
    throw new RenameRefused(
      `${inContent(file)} has ${aliases.length} \`aliases\`, and may have no more. Write the \`id\` in its front matter, \`id: ${id}\`, and move the last of them below \`moved\` in ${inContent("redirects.yaml")}: \`${aliases.at(-1) ?? ""}: ${id}\`.`,
    );
  const edits: TextEdit[] = [];
  const isNewId = places.id === undefined && idFromPath(renamed.file, after, site) !== id;
  if (isNewId && (wasPublic || aliases.length > 0))
    edits.push(...setValue(file, text, ["id"], id, { after: "title" }));
  if (isBack && wasPublic)
    edits.push(
      ...scalarEdits(file, text, ({ value, path, isKey }) =>
        path[0] === "aliases" && !isKey && isAt(value, renamed.path) ? old.path : undefined,
      ),
    );
  else if (isBack) edits.push(...setValue(file, text, ["aliases"], after));
  else if (wasPublic) edits.push(...appendEntry(file, text, ["aliases"], old.path));
  const src = image === undefined ? undefined : wantedSource(image.src, file, renaming);
  if (src !== undefined && src !== image?.src)
    edits.push(...setValue(file, text, ["image", "src"], src));
  if (date !== undefined) edits.push(...setValue(file, text, ["date"], date));
  return edits;
}
