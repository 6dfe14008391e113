import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { stampOf, statOf } from "../cache/file-stat.ts";
import { composed } from "../domain/composed.ts";
import { fetchMedia } from "../pipeline/fetch-media.ts";
import type { OutsideMedia } from "../pipeline/fetch-media.ts";
import { errorText } from "./dev-errors.ts";

/** A page asks for its pictures one by one; those of so long are fetched together. */
const TOGETHER_MS = 40;

/** Fetches the media files outside git that pages under development ask for, when they do. */
export class DevMedia {
  readonly #content: string;
  readonly #prefix: string;
  readonly #outside: () => OutsideMedia | undefined;
  readonly #tell: (text: string) => void;
  /** Stamps of files that were put into the content folder, by path there. */
  readonly #stamps = new Map<string, string>();
  #waiting = new Set<string>();
  #fetching: Promise<void> | undefined;

  /**
   * `folder` is the content folder, absolute, `prefix` what stands before paths in it for people; `tell` is given text for
   * the terminal.
   */
  constructor(
    { folder, prefix }: { folder: string; prefix: string },
    outside: () => OutsideMedia | undefined,
    tell: (text: string) => void,
  ) {
    this.#content = folder;
    this.#prefix = prefix;
    this.#outside = outside;
    this.#tell = tell;
  }

  /** Resolves when a file (by its path below the content folder) is there, or cannot be had. */
  async fetch(file: string): Promise<void> {
    const path = composed(file);
    if (this.#outside()?.listed.has(path) !== true || existsSync(join(this.#content, file))) return;
    this.#waiting.add(path);
    await (this.#fetching ??= this.#fetchWaiting());
  }

  /** Whether what was noticed at a path is only that it was fetched: nothing that is shown has changed. */
  isFetched(path: string): boolean {
    const file = composed(relative(this.#content, path).replaceAll("\\", "/"));
    const stats = this.#stamps.has(file) ? statOf(path) : undefined;
    return stats !== undefined && stampOf(stats) === this.#stamps.get(file);
  }

  async #fetchWaiting(): Promise<void> {
    await pause(TOGETHER_MS);
    const outside = this.#outside();
    const listed = [...this.#waiting].flatMap((file) => outside?.listed.get(file) ?? []);
    this.#waiting = new Set();
    this.#fetching = undefined;
    if (outside === undefined) return;
    try {
      const faults = await fetchMedia(listed, outside, {
        content: this.#content,
        onFetched: (file, stamp) => this.#stamps.set(file, stamp),
      });
      if (faults.length > 0)
        this.#tell(
          errorText(
            { kind: "content", diagnostics: faults, content: this.#content, prefix: this.#prefix },
            false,
          ),
        );
    } catch (error) {
      this.#tell(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}
