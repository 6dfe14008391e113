import { inContent } from "../../domain/content-path.ts";
import { EditRefused } from "../editable-yaml.ts";
import { applyTextEdits } from "../../domain/text-edits.ts";
import type { TextEdit } from "../../domain/text-edits.ts";
import { RenameRefused } from "./rename-sources.ts";
import type { ChangedFile, RenameSources } from "./rename-sources.ts";

/** The edits of several files, which are put together at the end. */
export class FileEdits {
  readonly #sources: Pick<RenameSources, "textOf">;
  readonly #texts = new Map<string, { text: string; edits: TextEdit[] }>();
  readonly #made = new Map<string, string>();

  constructor(sources: Pick<RenameSources, "textOf">) {
    this.#sources = sources;
  }

  textOf(file: string): string | undefined {
    return this.#texts.get(file)?.text ?? this.#sources.textOf(file);
  }

  add(file: string, make: (text: string) => TextEdit[]): void {
    const text = this.textOf(file);
    if (text === undefined) throw new RenameRefused(`${inContent(file)} cannot be read.`);
    let edits: TextEdit[];
    try {
      edits = make(text);
    } catch (error) {
      if (error instanceof EditRefused)
        throw new RenameRefused(`${inContent(file)}: ${error.message}`);
      throw error;
    }
    if (edits.length === 0) return;
    const known = this.#texts.get(file);
    if (known === undefined) this.#texts.set(file, { text, edits });
    else known.edits.push(...edits);
  }

  make(file: string, text: string): void {
    this.#made.set(file, text);
  }

  files(moves: ReadonlyMap<string, string>): ChangedFile[] {
    const changed = new Map<string, ChangedFile>();
    for (const [from, to] of moves) changed.set(from, { from, to });
    for (const [file, { text, edits }] of this.#texts)
      changed.set(file, {
        from: file,
        to: moves.get(file) ?? file,
        text: applyTextEdits(text, edits),
      });
    for (const [file, text] of this.#made) changed.set(file, { from: file, to: file, text });
    return [...changed.values()];
  }
}
