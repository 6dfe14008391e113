import { setTimeout as pause } from "node:timers/promises";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { DevSnapshot } from "./dev-snapshot.ts";
import { errorHtml } from "./dev-errors.ts";
import type { DevError } from "./dev-errors.ts";

/** What the session has done for it, and whom it tells. */
export interface SessionCallbacks {
  /** Reads the content anew. May reject: then the press itself is at fault. */
  read: () => Promise<DevSnapshot>;
  /**
   * There is something to show and no server that shows it, or one that cannot take in what changed: address, base,
   * slots, or a new code entry. May reject, and is called again after the next change.
   */
  open: () => Promise<void>;
  /** Changes were taken in, and all that is asked for from now on is of this state. */
  onSettled: (state: DevState) => void;
  /** The content was read: how that went. */
  onRead: (error: DevError | undefined) => void;
}

/** What an open page has to know; plain data. */
export interface DevState {
  /** Grows with every change that is taken in, whatever it was: a page with an error is loaded again. */
  revision: number;
  /** The revision of the last snapshot without errors: a page that is older is loaded again. */
  snapshot: number;
  /** What is wrong, as HTML. */
  error?: string;
}

/** A save is over when nothing more has happened for so long. */
const QUIET_MS = 60;
/** Something that is written all the time is read all the same, after so many times of quiet. */
const MOST_ROUNDS = 15;

/**
 * Holds what development shows, and takes in changes one after the other: a save that is seen while the content is
 * read is followed by another reading. Who asks for a page waits until the saves that were seen by then are read.
 */
export class DevSession {
  readonly #content: { folder: string; prefix: string };
  readonly #callbacks: SessionCallbacks;
  #snapshot: DevSnapshot = { diagnostics: [], counts: { articles: 0, drafts: 0, scheduled: 0 } };
  #error: DevError | undefined;
  /** The same as HTML, from the files as they were read. */
  #told: string | undefined;
  #revision: number;
  #shownSince: number;
  /** The snapshot that the server was opened for; nothing while there is none. */
  #openedFor: Shown | undefined;
  /** How many changes were seen, and how many of them are taken in. */
  #seen = 0;
  #taken = 0;
  #isUnread = false;
  #isTakingIn = false;
  #waiting: { upTo: number; resolve: () => void }[] = [];

  /**
   * Of the absolute path of the content folder, and what stands before paths in it, `content/`. `revision` has to be
   * larger than any that an earlier server may have given to a page: the time, say.
   */
  constructor(
    content: { folder: string; prefix: string },
    revision: number,
    callbacks: SessionCallbacks,
  ) {
    this.#content = content;
    this.#callbacks = callbacks;
    this.#revision = revision;
    this.#shownSince = revision;
  }

  /** What is shown; absent until there was a publication to show. */
  get shown(): DevSnapshot["shown"] {
    return this.#snapshot.shown;
  }

  get error(): DevError | undefined {
    return this.#error;
  }

  get state(): DevState {
    return {
      revision: this.#revision,
      snapshot: this.#shownSince,
      ...(this.#told === undefined ? {} : { error: this.#told }),
    };
  }

  /** Reads the content for the first time. What asks meanwhile waits. */
  begin(): Promise<void> {
    this.noticed(true);
    return this.settled();
  }

  /** A change was seen; `isRead`: of what the snapshot is made from. */
  noticed(isRead: boolean): void {
    this.#seen += 1;
    this.#isUnread ||= isRead;
    if (!this.#isTakingIn) void this.#takeIn();
  }

  /** Resolves when all changes that were seen by now are taken in. */
  settled(): Promise<void> {
    if (this.#taken === this.#seen) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push({ upTo: this.#seen, resolve });
    });
  }

  async #takeIn(): Promise<void> {
    this.#isTakingIn = true;
    while (this.#taken < this.#seen) {
      await this.#quiet();
      const upTo = this.#seen;
      this.#revision += 1;
      const isClosed = this.shown !== undefined && this.#openedFor === undefined;
      if (this.#isUnread || isClosed) {
        this.#isUnread = false;
        await this.#read();
      }
      this.#taken = upTo;
      this.#callbacks.onSettled(this.state);
      const due = this.#waiting.filter((one) => one.upTo <= upTo);
      this.#waiting = this.#waiting.filter((one) => one.upTo > upTo);
      for (const { resolve } of due) resolve();
    }
    this.#isTakingIn = false;
  }

  async #quiet(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const before = this.#seen;
      await pause(QUIET_MS);
      if (this.#seen === before) return;
    }
  }

  async #read(): Promise<void> {
    try {
      this.#take(await this.#callbacks.read());
      const { shown } = this;
      if (shown !== undefined && !canShow(this.#openedFor, shown)) {
        this.#openedFor = undefined;
        await this.#callbacks.open();
        this.#openedFor = shown;
      }
    } catch (error) {
      this.#error = { kind: "press", error };
    }
    this.#told = this.#error && errorHtml(this.#error);
    if (this.#error === undefined) this.#shownSince = this.#revision;
    this.#callbacks.onRead(this.#error);
  }

  #take(snapshot: DevSnapshot): void {
    // Without a usable site.yaml, the pages that were there stay under the overlay.
    this.#snapshot = { ...snapshot, shown: snapshot.shown ?? this.#snapshot.shown };
    const errors = snapshot.diagnostics.filter(isError);
    const { folder, prefix } = this.#content;
    this.#error =
      errors.length === 0
        ? undefined
        : { kind: "content", diagnostics: errors, content: folder, prefix };
  }
}

type Shown = NonNullable<DevSnapshot["shown"]>;

/**
 * Whether a server that was opened for one snapshot can show another one. Code entries may go and come back, as one
 * with a fault does; a new one needs a new server.
 */
function canShow(opened: Shown | undefined, shown: Shown): boolean {
  if (opened === undefined) return false;
  const known = new Set(opened.plan.code);
  return (
    settingsOf(opened) === settingsOf(shown) && shown.plan.code.every((file) => known.has(file))
  );
}

function settingsOf({ site, plan }: Shown): string {
  return JSON.stringify([site.origin, site.base, plan.shell.slots?.files]);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
