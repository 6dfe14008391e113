import { hash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isMissing, reasonOf } from "../cache/cache-damage.ts";
import type { OnDamage } from "../cache/cache-damage.ts";

const DAY_MS = 86_400_000;

/** What nobody has used for so long goes. */
const KEPT_MS = 60 * DAY_MS;

/** So often is told what a bundle holds: a build has better to do than to look at ten thousands of files. */
const TOLD_MS = 7 * DAY_MS;

/** A file's name: what it was made from, and what it holds. */
const NAME = /^([\da-f]{64})\.([\da-f]{64})$/;

/** So many bad files are told one by one. */
const MOST_TOLD = 5;

/** Begins the names of files that are being written. */
const UNFINISHED = "unfinished-";

/** Begins the names of empty files, one a user, whose time says when it last told what it uses. */
const TOLD = "told-";

/**
 * Files that were made of pictures, kept between builds in one folder. Each is named after the digest of what it
 * was made from and after its own, so a damaged one is found when it is used and made again. A file's time says when
 * it was last in use, to a week. Several builds, of different publications too, may use one folder at the same time:
 * nobody takes away what another one uses.
 */
export class DerivativeCache {
  readonly #folder: string;
  readonly #clock: () => number;
  readonly #onDamage: OnDamage | undefined;
  #badTold = 0;
  #isWriteFailureTold = false;
  #known: Map<string, string> | undefined;

  /**
   * `folder` is absolute and need not exist; `clock` gives milliseconds since 1970; `onDamage` is told of files that
   * are damaged, and once where nothing can be kept.
   */
  constructor(folder: string, clock: () => number, onDamage?: OnDamage) {
    this.#folder = folder;
    this.#clock = clock;
    this.#onDamage = onDamage;
  }

  /** Whether there are bytes under a key, sound or not. */
  has(key: string): boolean {
    return this.#names().has(key);
  }

  /** The bytes kept under a key (SHA-256 in hex), if they are sound. */
  async find(key: string): Promise<Buffer | undefined> {
    const digest = this.#names().get(key);
    if (digest === undefined) return undefined;
    const file = this.#file(key, digest);
    try {
      const bytes = await readFile(file);
      if (hash("sha256", bytes, "hex") === digest) {
        this.#touch(file);
        return bytes;
      }
      this.#tellBad(file, "is damaged");
      await rm(file, { force: true }).catch(() => undefined);
    } catch (error) {
      // Another build may have removed it: as good as never made.
      if (!isMissing(error)) this.#tellBad(file, `cannot be used (${reasonOf(error)})`);
    }
    this.#names().delete(key);
    return undefined;
  }

  /**
   * Keeps bytes under a key: whole under another name first, so that a kill leaves no half of them. Where they cannot be
   * kept they are made again next time.
   */
  async keep(key: string, bytes: Uint8Array): Promise<void> {
    const digest = hash("sha256", bytes, "hex");
    const fresh = join(this.#folder, UNFINISHED + randomBytes(8).toString("hex"));
    try {
      mkdirSync(this.#folder, { recursive: true });
      await writeFile(fresh, bytes, { flag: "wx" });
      await rename(fresh, this.#file(key, digest));
      this.#names().set(key, digest);
    } catch (error) {
      await rm(fresh, { force: true }).catch(() => undefined);
      this.#tellWriteFailure(error);
    }
  }

  /** Whether it is time again for a user (a name of letters and digits) to tell what it uses. */
  isToTell(user: string): boolean {
    const told = statSync(join(this.#folder, TOLD + user), { throwIfNoEntry: false });
    // One from the future would otherwise count as just made for as long as it lies there.
    return told === undefined || Math.abs(this.#clock() - told.mtimeMs) > TOLD_MS;
  }

  /**
   * Takes note of the keys of everything that a user uses, kept here or not, and removes what no user has used for two
   * months, and what a killed build left unfinished.
   */
  tell(user: string, keys: Iterable<string>): void {
    const names = this.#names();
    for (const key of keys) {
      const digest = names.get(key);
      if (digest !== undefined) this.#touch(this.#file(key, digest));
    }
    this.#prune();
    const now = new Date(this.#clock());
    const mark = join(this.#folder, TOLD + user);
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(mark, "");
      utimesSync(mark, now, now);
    } catch (error) {
      this.#tellWriteFailure(error);
    }
  }

  #tellBad(file: string, what: string): void {
    this.#badTold += 1;
    if (this.#badTold <= MOST_TOLD)
      this.#onDamage?.(`The cache file ${file} ${what}; its image is made again.`);
    else if (this.#badTold === MOST_TOLD + 1)
      this.#onDamage?.(
        `More files of the cache folder ${this.#folder} are damaged; their images are made again.`,
      );
  }

  #tellWriteFailure(error: unknown): void {
    if (this.#isWriteFailureTold) return;
    this.#isWriteFailureTold = true;
    const why = reasonOf(error);
    this.#onDamage?.(
      `The cache folder ${this.#folder} cannot be written (${why}); Stet goes on without.`,
    );
  }

  #prune(): void {
    const now = this.#clock();
    for (const name of this.#list()) {
      const file = join(this.#folder, name);
      const limit = name.startsWith(UNFINISHED) ? DAY_MS : KEPT_MS;
      try {
        if (now - statSync(file).mtimeMs > limit) rmSync(file, { force: true });
      } catch {
        // Another build may have removed it, and the folder may not be ours to change.
      }
    }
  }

  #names(): Map<string, string> {
    return (this.#known ??= new Map(
      this.#list().flatMap((name) => {
        const [, key, digest] = NAME.exec(name) ?? [];
        return key === undefined || digest === undefined ? [] : [[key, digest]];
      }),
    ));
  }

  #list(): string[] {
    try {
      return readdirSync(this.#folder);
    } catch {
      return [];
    }
  }

  #file(key: string, digest: string): string {
    return join(this.#folder, `${key}.${digest}`);
  }

  /** Once a day is enough to tell what is in use. */
  #touch(file: string): void {
    const now = this.#clock();
    try {
      if (now - statSync(file).mtimeMs > DAY_MS) utimesSync(file, now / 1000, now / 1000);
    } catch {
      // Another build may have removed it, and the folder may not be ours to change.
    }
  }
}
