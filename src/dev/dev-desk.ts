import { setTimeout as pause } from "node:timers/promises";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { DevEdition } from "./dev-edition.ts";
import { troubleHtml } from "./dev-errors.ts";
import type { DevTrouble } from "./dev-errors.ts";

/** What the desk has done for it, and whom it tells. */
export interface DeskOffice {
  /** Reads the content anew. May reject: then the press itself is at fault. */
  read: () => Promise<DevEdition>;
  /**
   * There is something to show and no server that shows it, or one that cannot take in what changed: address, base,
   * colours, type, or a new code entry. May reject, and is called again after the next change.
   */
  open: () => Promise<void>;
  /** Changes were taken in, and all that is asked for from now on is of this state. */
  onSettled: (state: DevState) => void;
  /** The content was read: how that went. */
  onRead: (trouble: DevTrouble | undefined) => void;
}

/** What an open page has to know; plain data. */
export interface DevState {
  /** Grows with every change that is taken in, whatever it was: a page with an error is loaded again. */
  revision: number;
  /** The revision of the last edition without errors: a page that is older is loaded again. */
  edition: number;
  /** What is wrong, as HTML. */
  trouble?: string;
}

/** A save is over when nothing more has happened for so long. */
const QUIET_MS = 60;
/** Something that is written all the time is read all the same, after so many times of quiet. */
const MOST_ROUNDS = 15;

/**
 * Holds what development shows, and takes in changes one after the other: a save that is seen while the content is
 * read is followed by another reading. Who asks for a page waits until the saves that were seen by then are read.
 */
export class DevDesk {
  readonly #content: string;
  readonly #office: DeskOffice;
  #edition: DevEdition = { diagnostics: [], counts: { articles: 0, drafts: 0, scheduled: 0 } };
  #trouble: DevTrouble | undefined;
  /** The same as HTML, from the files as they were read. */
  #told: string | undefined;
  #revision: number;
  #shownSince: number;
  /** The edition that the server was opened for; nothing while there is none. */
  #openedFor: Shown | undefined;
  /** How many changes were seen, and how many of them are taken in. */
  #seen = 0;
  #taken = 0;
  #isUnread = false;
  #isTakingIn = false;
  #waiting: { upTo: number; resolve: () => void }[] = [];

  /** `revision` has to be larger than any that an earlier server may have given to a page: the time, say. */
  constructor(content: string, revision: number, office: DeskOffice) {
    this.#content = content;
    this.#office = office;
    this.#revision = revision;
    this.#shownSince = revision;
  }

  /** What is shown; absent until there was a publication to show. */
  get shown(): DevEdition["shown"] {
    return this.#edition.shown;
  }

  get trouble(): DevTrouble | undefined {
    return this.#trouble;
  }

  get state(): DevState {
    return {
      revision: this.#revision,
      edition: this.#shownSince,
      ...(this.#told === undefined ? {} : { trouble: this.#told }),
    };
  }

  /** Reads the content for the first time. What asks meanwhile waits. */
  begin(): Promise<void> {
    this.noticed(true);
    return this.settled();
  }

  /** A change was seen; `isRead`: of what the edition is made from. */
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
      this.#office.onSettled(this.state);
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
      this.#take(await this.#office.read());
      const { shown } = this;
      if (shown !== undefined && !canShow(this.#openedFor, shown)) {
        this.#openedFor = undefined;
        await this.#office.open();
        this.#openedFor = shown;
      }
    } catch (error) {
      this.#trouble = { kind: "press", error };
    }
    this.#told = this.#trouble && troubleHtml(this.#trouble);
    if (this.#trouble === undefined) this.#shownSince = this.#revision;
    this.#office.onRead(this.#trouble);
  }

  #take(edition: DevEdition): void {
    // Without a usable site.yaml, the pages that were there stay under the overlay.
    this.#edition = { ...edition, shown: edition.shown ?? this.#edition.shown };
    const errors = edition.diagnostics.filter(isError);
    this.#trouble =
      errors.length === 0
        ? undefined
        : { kind: "content", diagnostics: errors, content: this.#content };
  }
}

type Shown = NonNullable<DevEdition["shown"]>;

/**
 * Whether a server that was opened for one edition can show another one. Code entries may go and come back, as one
 * with a fault does; a new one needs a new server.
 */
function canShow(opened: Shown | undefined, shown: Shown): boolean {
  if (opened === undefined) return false;
  const known = new Set(opened.plan.code);
  return placeOf(opened) === placeOf(shown) && shown.plan.code.every((file) => known.has(file));
}

function placeOf({ site, plan }: Shown): string {
  return JSON.stringify([site.origin, site.base, plan.chrome.themeCss]);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
