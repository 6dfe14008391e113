import { folderOf, nameOf } from "../domain/path-parts.ts";
import { publishableType } from "../domain/publishable-types.ts";
import { freeNames } from "./free-names.ts";
import type { ImportFolder } from "./import-folder.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { PlannedFile } from "./planned-files.ts";
import type { TextWriter } from "./text-writer.ts";

/** Whether a file is named in `public/` wherever it is played: it cannot lie beside a text. */
const PLAYED = /^(?:audio|video)\/|^text\/vtt/;

type Uses = Pick<TextWriter, "records" | "usedBy">;

/** Whether a file is in `public/` although no text that readers can reach shows it, but drafts do, or it is theirs. */
export function isDraftFile({ file, path }: PlannedFile, { records, usedBy }: Uses): boolean {
  const users = [...(usedBy.get(file.key) ?? [])];
  return (
    path?.startsWith("public/") === true &&
    (file.isOfDraft === true || users.length > 0) &&
    users.every((key) => records.get(key)?.state === "draft")
  );
}

/**
 * Takes files that only drafts show out of `public/`, which is published, and puts them beside these drafts, which are
 * not; the drafts name them there. What belongs to a draft and no text shows is left out. Films and recordings stay,
 * because players take them from `public/` alone. Called when all texts are written, and before files are copied.
 */
export function moveDraftFiles(
  folder: ImportFolder,
  { files }: ImportPlan,
  writer: Uses,
): PlannedFile[] {
  const free = freeNames([
    ...[...writer.records.values()].map(({ file }) => file),
    ...files.flatMap(({ path }) => path ?? []),
  ]);
  return files.flatMap((planned): PlannedFile[] => {
    const { file, path } = planned;
    if (path === undefined || !isDraftFile(planned, writer)) return [planned];
    const users = [...(writer.usedBy.get(file.key) ?? [])];
    if (users.length === 0) return [{ file, why: "it belongs to a draft, and no text shows it" }];
    if (PLAYED.test(publishableType(path) ?? "")) return [planned];
    return users.flatMap((key): PlannedFile[] => {
      const text = writer.records.get(key)?.file;
      if (text === undefined) return [];
      const beside = free(`${folderOf(text)}/${stemOf(text)}-${nameOf(path)}`);
      const [src, next] = [path.slice("public".length), `./${nameOf(beside)}`];
      folder.rewrite(text, (written) => renamed(written, encodeURI(src), encodeURI(next)));
      return [{ file, path: beside }];
    });
  });
}

function stemOf(file: string): string {
  return nameOf(file).replace(/\.mdx?$/, "");
}

/** A text in which a file has another name: where the old one stands alone, and not within a longer one. */
function renamed(written: string, from: string, to: string): string {
  const parts = written.split(from);
  return parts.reduce((text, part) => {
    const isAlone = !/[\w/.~%-]$/.test(text.slice(-1)) && !/^[\w/~%-]/.test(part);
    return text + (isAlone ? to : from) + part;
  });
}
