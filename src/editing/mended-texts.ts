import type { Diagnostic } from "../domain/diagnostic.ts";
import type { SourceEdit } from "../domain/source-edit.ts";
import { applyTextEdits, textEdits } from "../domain/text-edits.ts";
import type { TextEdit } from "../domain/text-edits.ts";

/** Texts after the edits of diagnostics. */
export interface MendedTexts {
  /** By file: only those that are not as they were. */
  texts: ReadonlyMap<string, string>;
  /** The diagnostics whose edits were made. */
  mended: Diagnostic[];
  /** Those whose edits touch the same characters as others: their turn may come when these are made. */
  waiting: Diagnostic[];
  /** Those whose edits do not fit the text, or whose file is of a kind that is not edited. */
  unfit: Diagnostic[];
}

/**
 * Carries out the edits of diagnostics, in their order, each with all of its edits or none. `textOf` gives the text of a file
 * below the content folder; `undefined` where there is none that can be edited.
 */
export function mendTexts(
  diagnostics: readonly Diagnostic[],
  textOf: (file: string) => string | undefined,
): MendedTexts {
  const files = new Map<string, { text: string; edits: TextEdit[] } | undefined>();
  const fileAt = (file: string): { text: string; edits: TextEdit[] } | undefined => {
    if (!files.has(file)) {
      const text = textOf(file);
      files.set(file, text === undefined ? undefined : { text, edits: [] });
    }
    return files.get(file);
  };
  const result = {
    mended: [] as Diagnostic[],
    waiting: [] as Diagnostic[],
    unfit: [] as Diagnostic[],
  };
  for (const diagnostic of diagnostics) {
    if (diagnostic.edits === undefined || diagnostic.edits.length === 0) continue;
    const wanted = editsByFile(diagnostic, fileAt);
    if (wanted === undefined) {
      result.unfit.push(diagnostic);
      continue;
    }
    if (wanted.some(({ made, edits }) => edits.some((one) => collides(one, made)))) {
      result.waiting.push(diagnostic);
      continue;
    }
    for (const { made, edits } of wanted)
      for (const edit of edits) if (!made.some((other) => isSame(edit, other))) made.push(edit);
    result.mended.push(diagnostic);
  }
  const texts = new Map<string, string>();
  for (const [file, found] of files) {
    if (found === undefined || found.edits.length === 0) continue;
    const text = applyTextEdits(found.text, found.edits);
    if (text !== found.text) texts.set(file, text);
  }
  return { texts, ...result };
}

/** The edits of a diagnostic in each file with those that are made there; undefined where one has no place. */
function editsByFile(
  { file, edits = [] }: Diagnostic,
  fileAt: (file: string) => { text: string; edits: TextEdit[] } | undefined,
): { made: TextEdit[]; edits: TextEdit[] }[] | undefined {
  const found: { made: TextEdit[]; edits: TextEdit[] }[] = [];
  const byFile = Map.groupBy(edits, (edit: SourceEdit) => edit.file ?? file);
  for (const [name, own] of byFile) {
    const target = fileAt(name);
    if (target === undefined) return undefined;
    try {
      found.push({ made: target.edits, edits: textEdits(target.text, own) });
    } catch {
      return undefined;
    }
  }
  return found;
}

/** Whether an edit cannot be made beside those that are made already. */
function collides(edit: TextEdit, made: readonly TextEdit[]): boolean {
  return made.some(
    (other) => !isSame(edit, other) && edit.start < other.end && other.start < edit.end,
  );
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}
