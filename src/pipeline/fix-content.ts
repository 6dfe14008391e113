import { hidesOthers } from "../checks/hiding.ts";
import { join } from "node:path";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { compareDiagnostics } from "../domain/diagnostic.ts";
import { viewContent } from "../loader/content-view.ts";
import { bytesWith, readEditable } from "../editing/editable-file.ts";
import type { EditableFile } from "../editing/editable-file.ts";
import { mendTexts } from "../editing/mended-texts.ts";
import type { MendedTexts } from "../editing/mended-texts.ts";
import { compareText } from "../domain/order.ts";
import { notAmong } from "./check-content.ts";
import type { CheckContent, CheckedContent } from "./check-content.ts";

/** A file that is to be written. */
export interface FixedFile {
  file: string;
  before: EditableFile;
  /** Its text afterwards, without a byte order mark. */
  text: string;
}

/** What the edits of diagnostics make of a content folder, before anything of it is written. */
export interface FixedContent {
  files: FixedFile[];
  /** What is mended by that, in the order people read; places are those of the files as they were when it was found. */
  mended: Diagnostic[];
  /** What has edits and keeps them: they would bring an error, or change nothing about it. */
  left: Diagnostic[];
  /** The check of the folder as it would be. */
  after: CheckedContent;
}

/** More rounds change nothing any more in what people write. */
const MOST_ROUNDS = 8;

/** So many trials are made in a round to find the edits that are in vain; all others of their files are left then. */
const MOST_TRIALS = 40;

/** What the fixing of a content folder needs from outside. */
export interface FixOptions {
  check: CheckContent;
  /** Where views of the folder may lie for a while, absolute. */
  parent: string;
  /** When the check was begun that is mended, in milliseconds since 1970: files that changed since then are left alone. */
  since: number;
  /** Chooses the diagnostics whose edits are made: all that have some, where it is absent. */
  wanted?: (diagnostic: Diagnostic) => boolean;
}

/**
 * Works out what the edits of diagnostics make of a content folder: again and again, since one fault hides another, until
 * there is nothing more to mend. It is tried in views of the folder, so that no file is touched; edits that would bring an
 * error, or not mend what they are for, are not made.
 */
export async function fixContent(
  content: string,
  before: CheckedContent,
  { check, parent, since, wanted = () => true }: FixOptions,
): Promise<FixedContent> {
  const draft = new Draft(content, { check, parent, since });
  const mended: Diagnostic[] = [];
  const left = new Map<string, Diagnostic>();
  let current = before;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const candidates = current.diagnostics.filter(
      (one) => one.edits !== undefined && wanted(one) && !left.has(keyOf(one)),
    );
    const tried = await draft.mend(withoutCovered(candidates), current);
    for (const one of tried.left) left.set(keyOf(one), one);
    if (tried.mended.length === 0) break;
    mended.push(...tried.mended);
    current = tried.after;
  }
  return {
    files: draft.files(),
    mended: mended.sort(compareDiagnostics),
    left: [...left.values()].sort(compareDiagnostics),
    after: current,
  };
}

/** What came of edits that were tried. */
interface Tried {
  mended: Diagnostic[];
  left: Diagnostic[];
  after: CheckedContent;
}

/** A content folder with texts that are not written yet. */
class Draft {
  readonly #content: string;
  readonly #options: Omit<FixOptions, "wanted">;
  readonly #originals = new Map<string, EditableFile | undefined>();
  #texts: ReadonlyMap<string, string> = new Map();

  constructor(content: string, options: Omit<FixOptions, "wanted">) {
    this.#content = content;
    this.#options = options;
  }

  /** The files whose texts are not as they were, by their paths. */
  files(): FixedFile[] {
    return Array.from(this.#texts, ([file, text]): FixedFile[] => {
      const before = this.#original(file);
      return before === undefined || before.text === text ? [] : [{ file, before, text }];
    })
      .flat()
      .sort((a, b) => compareText(a.file, b.file));
  }

  /** Makes the edits of diagnostics of a check, but for those that are in vain. */
  async mend(candidates: readonly Diagnostic[], current: CheckedContent): Promise<Tried> {
    const { mended: fit, unfit } = this.#edited(candidates);
    const left = [...unfit];
    let accepted: Diagnostic[] = [];
    let after = current;
    let trials = 0;
    const settle = async (ones: readonly Diagnostic[]): Promise<void> => {
      if (ones.length === 0) return;
      if (trials === MOST_TRIALS) {
        left.push(...ones);
        return;
      }
      trials += 1;
      const { texts, mended } = this.#edited([...accepted, ...ones]);
      const loaded = await this.#checked(texts);
      const bad = filesInVain(current.diagnostics, loaded.diagnostics, mended, texts);
      if (bad.size === 0) {
        accepted = mended;
        after = loaded;
        return;
      }
      if (ones.length === 1) {
        left.push(...ones);
        return;
      }
      const isBad = ({ file, edits = [] }: Diagnostic): boolean =>
        edits.some((edit) => bad.has(edit.file ?? file));
      const good = ones.filter((one) => !isBad(one));
      const half = Math.ceil(ones.length / 2);
      const [first, second] =
        good.length > 0 && good.length < ones.length
          ? [good, ones.filter(isBad)]
          : [ones.slice(0, half), ones.slice(half)];
      await settle(first);
      await settle(second);
    };
    await settle(fit);
    const { texts } = this.#edited(accepted);
    this.#texts = new Map([...this.#texts, ...texts]);
    return { mended: accepted, left, after };
  }

  #edited(diagnostics: readonly Diagnostic[]): MendedTexts {
    return mendTexts(diagnostics, (file) => this.#texts.get(file) ?? this.#original(file)?.text);
  }

  /** The check of the folder with further texts. */
  async #checked(texts: ReadonlyMap<string, string>): Promise<CheckedContent> {
    const changed = new Map<string, Uint8Array>();
    for (const [file, text] of [...this.#texts, ...texts]) {
      const original = this.#original(file);
      if (original !== undefined) changed.set(file, bytesWith(original, text));
    }
    const view = viewContent(this.#content, changed, this.#options.parent);
    try {
      return await this.#options.check(view);
    } finally {
      view.remove();
    }
  }

  #original(file: string): EditableFile | undefined {
    if (!this.#originals.has(file)) {
      const read = readEditable(join(this.#content, file));
      this.#originals.set(
        file,
        read !== undefined && read.changed <= this.#options.since ? read : undefined,
      );
    }
    return this.#originals.get(file);
  }
}

/** Without its place, which moves as lines are added before it. */
function keyOf({ code, file, message, fix }: Diagnostic): string {
  return JSON.stringify([code, file, message, fix]);
}

/** What is wrong, whatever is to be done about it: that may follow from other files. */
function faultOf({ code, file, message }: Diagnostic): string {
  return JSON.stringify([code, file, message]);
}

/** Diagnostics but for those of files that have such a fault: what is wrong with these is told anew when it is mended. */
function withoutCovered(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const covered = new Set(
    diagnostics.filter(({ code }) => hidesOthers(code)).map(({ file }) => file),
  );
  return diagnostics.filter(({ code, file }) => !covered.has(file) || hidesOthers(code));
}

/** The files whose edits are in vain: they have an error that they had not, or still what was to be mended. */
function filesInVain(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  mended: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): Set<string> {
  const bad = new Set<string>();
  const uncovered = new Set(mended.filter(({ code }) => hidesOthers(code)).map(({ file }) => file));
  const errors = (list: readonly Diagnostic[]) =>
    list.filter(({ severity }) => severity === "error");
  const changed = [...texts.keys()];
  for (const one of notAmong(errors(after), errors(before), faultOf)) {
    if (texts.has(one.file)) {
      if (!uncovered.has(one.file)) bad.add(one.file);
    } else if (uncovered.size === 0) for (const file of changed) bad.add(file);
  }
  const still = new Map<string, number>();
  for (const one of after) still.set(keyOf(one), (still.get(keyOf(one)) ?? 0) + 1);
  for (const one of before) still.set(keyOf(one), (still.get(keyOf(one)) ?? 0) - 1);
  const isMended = Map.groupBy(mended, keyOf);
  for (const [key, ones] of isMended) {
    const [first] = ones;
    // As many must be gone as were mended, but where others come to light with that.
    const isGone = (still.get(key) ?? 0) <= -ones.length;
    if (first !== undefined && !isGone && !uncovered.has(first.file)) bad.add(first.file);
  }
  return bad;
}
