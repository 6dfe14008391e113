import { setTimeout as pause } from "node:timers/promises";
import { FolderWatch } from "../dev/folder-watch.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { notAmong } from "../pipeline/check-content.ts";
import type { Loaded } from "../pipeline/load-publication.ts";
import { formatDiagnostics, formatTotal } from "../report/report.ts";
import { printable } from "../report/terminal-text.ts";
import { readSettings } from "../settings/settings.ts";
import { openCheck } from "./check-session.ts";
import type { CheckContext, CheckSession } from "./check-session.ts";
import { EXIT, explainFailure } from "./outcome.ts";

/** A save is over when nothing more has happened for so long. */
const QUIET_MS = 80;
/** Something that is written all the time is read all the same, after so many times of quiet: a checkout takes seconds. */
const MOST_ROUNDS = 40;

/** Most problems that are listed as gone. */
const MOST_GONE = 20;

/**
 * Checks the content, and again after every change until `interrupted` resolves: first everything is told on `stdout`, then
 * what is new and what is gone, and a line with what there is. Gives the exit code. Throws nothing.
 */
export async function runWatch(
  context: CheckContext,
  { all, interrupted }: { all: boolean; interrupted: Promise<void> },
): Promise<number> {
  try {
    const session = openCheck(context);
    const changes = new Changes(session.content);
    let isEnded = false;
    const ended = interrupted.then(() => {
      isEnded = true;
      changes.wake();
    });
    const told = new Told(session, all);
    try {
      while (!isEnded) {
        changes.arm();
        try {
          const { now } = readSettings(context, context.environment, context.clock);
          told.tell(await session.check(undefined, now));
        } catch (error) {
          context.stderr.write(`${explainFailure(error).text}\n`);
        }
        if (!isEnded) await changes.next();
      }
    } finally {
      changes.close();
      told.end();
    }
    await ended;
    return EXIT.done;
  } catch (error) {
    const failure = explainFailure(error);
    context.stderr.write(`${failure.text}\n`);
    return failure.exitCode;
  } finally {
    await context.workers.end();
  }
}

/** The changes of a folder, of which those of one save or one checkout are one. */
class Changes {
  readonly #watch: FolderWatch;
  #seen = 0;
  #taken = 0;
  #wake: () => void = () => {};

  constructor(folder: string) {
    const seen = (): void => {
      this.#seen += 1;
      this.#wake();
    };
    this.#watch = new FolderWatch(folder, { onNotice: seen, onFile: () => {} });
    // The watch does not keep the process, which waits for what it tells.
    this.#timer = setInterval(() => {}, 1 << 30);
  }

  readonly #timer: NodeJS.Timeout;

  /** Takes all changes so far as read: the folder is read next. */
  arm(): void {
    this.#watch.arm();
    this.#taken = this.#seen;
  }

  /** Resolves when there was a change since the last `arm`, and then quiet; or at once, when it is woken. */
  async next(): Promise<void> {
    if (this.#seen === this.#taken)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    this.#wake = () => {};
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const before = this.#seen;
      await pause(QUIET_MS);
      if (this.#seen === before) return;
    }
  }

  wake(): void {
    this.#wake();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#watch.close();
  }
}

/** Tells of one check after the other what differs. */
class Told {
  readonly #session: CheckSession;
  readonly #all: boolean;
  #known: readonly Diagnostic[] | undefined;
  /** What keeps the folder from being read at all, as it was told. */
  #obstacle: readonly Diagnostic[] = [];
  #hasState = false;

  constructor(session: CheckSession, all: boolean) {
    this.#session = session;
    this.#all = all;
  }

  tell({ diagnostics, site }: Loaded): void {
    if (site === undefined) {
      this.#tellObstacle(diagnostics);
      return;
    }
    const isBack = this.#obstacle.length > 0;
    this.#obstacle = [];
    const before = this.#known ?? [];
    const fresh = notAmong(diagnostics, before, keyOf);
    const gone = notAmong(before, diagnostics, keyOf);
    const isFirst = this.#known === undefined;
    this.#known = diagnostics;
    if (!isFirst && !isBack && fresh.length + gone.length === 0) return;
    this.#write(`${goneText(gone, this.#session.page().prefix ?? "")}${this.#shown(fresh)}`);
    this.#state(formatTotal(diagnostics));
  }

  /** Without a `site.yaml` that can be used, nothing is known of all else: it is as it was, for now. */
  #tellObstacle(diagnostics: readonly Diagnostic[]): void {
    const own = diagnostics.filter(({ file }) => file === "site.yaml" || file === ".");
    const fresh = notAmong(own, this.#obstacle, keyOf);
    this.#obstacle = own;
    if (fresh.length === 0) return;
    this.#write(this.#shown(fresh));
    this.#state("The publication cannot be read; waiting for a change.");
  }

  #shown(diagnostics: readonly Diagnostic[]): string {
    const warnings = this.#all ? "all" : "some";
    return formatDiagnostics(diagnostics, { ...this.#session.page(), warnings, total: false });
  }

  #write(text: string): void {
    const { stdout } = this.#session.context;
    if (this.#hasState && stdout.isTTY === true) stdout.write("\n");
    this.#hasState = false;
    if (text !== "") stdout.write(`${text.trimEnd()}\n\n`);
  }

  /** What there is now, with the time of day. */
  #state(text: string): void {
    const { stdout, clock } = this.#session.context;
    const time = new Date(clock()).toTimeString().slice(0, 8);
    stdout.write(`${time}  ${text}${stdout.isTTY === true ? " Ctrl-C ends." : "\n"}`);
    this.#hasState = true;
  }

  end(): void {
    if (this.#hasState && this.#session.context.stdout.isTTY === true)
      this.#session.context.stdout.write("\n");
  }
}

/** Without its place, which moves as lines are added before it. */
function keyOf({ code, severity, file, message }: Diagnostic): string {
  return JSON.stringify([code, severity, file, message]);
}

function goneText(gone: readonly Diagnostic[], prefix: string): string {
  if (gone.length === 0) return "";
  const shown = gone.slice(0, MOST_GONE);
  const rest = gone.length - shown.length;
  return [
    ...shown.map(({ file, line, code }) => `${printable(prefix + file)}:${line}  gone  ${code}\n`),
    ...(rest === 0 ? [] : [`and ${rest.toLocaleString("en")} more that are gone\n`]),
    "\n",
  ].join("");
}
