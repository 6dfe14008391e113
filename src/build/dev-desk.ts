import type { Finding } from "../domain/finding.ts";
import { handOverPlan } from "../views/handoff.ts";
import type { DevEdition } from "./dev-edition.ts";
import type { DevTrouble } from "./dev-errors.ts";

/** What the desk tells of. */
export interface DeskListeners {
  /** A new edition is shown and nothing is wrong with it. */
  onShown: () => void;
  /** Something is wrong; where it is the content, what can be shown is shown. */
  onTrouble: (trouble: DevTrouble) => void;
  /** Address, base, colours, type or the list of code entries changed, which the running server cannot take in. */
  onMoved: () => void;
}

/** Gives a new edition; the reading code may be another instance every time. */
export type ReadEdition = () => Promise<DevEdition>;

/**
 * Holds what development shows. Readings never overlap: a change during one is answered by one more after it.
 */
export class DevDesk {
  readonly #content: string;
  #edition: DevEdition;
  #trouble: DevTrouble | undefined;
  #reading: Promise<void> | undefined;
  #again = false;

  constructor(content: string, edition: DevEdition) {
    this.#content = content;
    this.#edition = edition;
    this.#take(edition);
  }

  /** What is shown; absent until there was a publication to show. */
  get shown(): DevEdition["shown"] {
    return this.#edition.shown;
  }

  get trouble(): DevTrouble | undefined {
    return this.#trouble;
  }

  /** Reads the content anew and tells the listeners how it went. Never rejects. */
  refresh(read: ReadEdition, listeners: DeskListeners): Promise<void> {
    this.#again = true;
    this.#reading ??= this.#readUntilQuiet(read, listeners).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readUntilQuiet(read: ReadEdition, listeners: DeskListeners): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const before = placeOf(this.#edition);
      try {
        this.#take(await read());
      } catch (error) {
        this.#trouble = { kind: "press", error };
        listeners.onTrouble(this.#trouble);
        continue;
      }
      if (this.#edition.shown !== undefined && placeOf(this.#edition) !== before)
        listeners.onMoved();
      else if (this.#trouble === undefined) listeners.onShown();
      else listeners.onTrouble(this.#trouble);
    }
  }

  #take(edition: DevEdition): void {
    // Without a usable site.yaml, the pages that were there stay under the overlay.
    this.#edition = { ...edition, shown: edition.shown ?? this.#edition.shown };
    const errors = edition.findings.filter(isError);
    this.#trouble =
      errors.length === 0
        ? undefined
        : { kind: "content", findings: errors, content: this.#content };
    if (edition.shown !== undefined) handOverPlan(edition.shown.plan);
  }
}

/** What the server was started for. */
function placeOf({ shown }: DevEdition): string | undefined {
  if (shown === undefined) return undefined;
  const { site, plan } = shown;
  return JSON.stringify([site.origin, site.base, plan.code, plan.chrome.themeCss]);
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}
