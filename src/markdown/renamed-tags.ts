import type { SourceEdit } from "../domain/source-edit.ts";
import { likelyComponent } from "./components/likely-component.ts";
import type { JsxContext, JsxNode } from "./read-attributes.ts";
import { editBetween } from "./source-edits.ts";

/** The edits that give both tags of a misspelt component its name; none where the name is another program's. */
export function renaming(
  { position }: JsxNode,
  name: string,
  { source, locator }: JsxContext,
): SourceEdit[] {
  const meant = likelyComponent(name);
  const [from, to] = [position?.start.offset, position?.end.offset];
  if (meant === undefined || from === undefined || to === undefined) return [];
  const written = source.slice(from, to);
  const end = /<\/([^\s<>/]+)\s*>$/.exec(written);
  if (!written.startsWith(`<${name}`) || (end === null ? !written.endsWith("/>") : end[1] !== name))
    return [];
  const starts = [from + 1, ...(end === null ? [] : [from + end.index + 2])];
  return starts.map((start) => editBetween(locator, start, start + name.length, meant));
}
