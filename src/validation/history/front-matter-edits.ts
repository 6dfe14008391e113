import type { SourceEdit } from "../../domain/source-edit.ts";
import { EditRefused } from "../../editing/editable-yaml.ts";
import { sourceEdits } from "../../domain/text-edits.ts";
import type { TextEdit } from "../../domain/text-edits.ts";

/** The edits of a file, as a part of a diagnostic; nothing where the file cannot be edited by a program. */
export function editsOf(
  file: string,
  text: string | undefined,
  make: (text: string) => TextEdit[],
): { edits?: SourceEdit[] } {
  if (text === undefined) return {};
  try {
    return { edits: sourceEdits(file, text, make(text)) };
  } catch (error) {
    if (error instanceof EditRefused) return {};
    throw error;
  }
}
