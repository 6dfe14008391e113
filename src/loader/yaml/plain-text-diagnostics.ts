import { nameOfPath } from "../../checks/naming.ts";
import { rule as markupRule } from "../../checks/text/markup.ts";
import { rule as placeholderRule } from "../../checks/text/placeholder.ts";
import { placeholderIn } from "../../domain/placeholder.ts";
import { markupIn } from "../../markdown/plain-text.ts";
import type { SourceLocation } from "../../domain/source-location.ts";
import type { Diagnostic } from "../../domain/diagnostic.ts";
import type { YamlDocument } from "./yaml-document.ts";

/**
 * What is wrong with the texts of a YAML document by themselves: markup, since all are plain, and what the check itself
 * offered to be replaced. What a post said is quoted as it was.
 */
export function plainTextDiagnostics(document: YamlDocument, file: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const visit = (part: unknown, path: PropertyKey[]): void => {
    if (typeof part === "string") {
      const isQuoted = file.startsWith("posts/") && path[0] === "text";
      for (const details of isQuoted ? [] : markupIn(part)) {
        const at = { file, ...placeWithin(document, path, details.written) };
        diagnostics.push(markupRule.at(at, { name: nameOfPath(path), ...details }));
      }
      const left = placeholderLeft(part, path, file);
      if (left !== undefined) {
        const at = { file, ...placeWithin(document, path, left) };
        diagnostics.push(placeholderRule.at(at, { name: nameOfPath(path), written: left }));
      }
    } else if (typeof part === "object" && part !== null) {
      for (const [key, inner] of Object.entries(part))
        visit(inner, [...path, Array.isArray(part) ? Number(key) : key]);
    }
  };
  for (const [key, part] of Object.entries(document.value)) visit(part, [key]);
  return diagnostics;
}

/** Where a piece of a value stands; the whole value where it is not written so, or more than once. */
export function placeWithin(
  { locationOf, sourceOf }: YamlDocument,
  path: readonly PropertyKey[],
  piece: string,
): SourceLocation {
  const location = locationOf(path);
  const source = sourceOf(path) ?? "";
  const at = source.indexOf(piece);
  const isClear = at >= 0 && at === source.lastIndexOf(piece) && !source.includes("\n");
  return isClear ? { ...location, column: location.column + at, length: piece.length } : location;
}

/** What the check offered and a value still holds, where that is told by itself; readers may write in comments what they want. */
export function placeholderLeft(
  value: unknown,
  path: readonly PropertyKey[],
  file: string,
): string | undefined {
  if (typeof value !== "string" || file.startsWith("comments/") || isNameOfCard(path, file))
    return undefined;
  return placeholderIn(value);
}

/** Whether a value names a card: who refers to it is told what there is. */
function isNameOfCard([key]: readonly PropertyKey[], file: string): boolean {
  return file.startsWith("articles/") && /^(?:category|author|story)$/.test(String(key));
}
