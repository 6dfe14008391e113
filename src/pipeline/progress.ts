/** Where progress goes: a part of `process.stderr`. */
export interface ProgressStream {
  write(text: string): unknown;
  columns?: number;
}

/** Where and how to show progress; `now` gives milliseconds from any fixed moment. */
export interface ProgressContext {
  stream: ProgressStream;
  isTty: boolean;
  now: () => number;
}

/** A part of the work under way. */
export interface Stage {
  /** tells that `count` more (1 if absent) are done */
  advance(count?: number): void;
  /** ends the stage; `detail` is a remark that stays to be read */
  done(detail?: string): void;
}

/** Shows what a command is doing. */
export interface Progress {
  /** begins a stage; `total` is how many there are to do, if that is known */
  stage(name: string, total?: number): Stage;
  /** writes a line of its own, above the one that is redrawn */
  log(line: string): void;
}

interface StageState {
  name: string;
  total: number | undefined;
  count: number;
  begun: number;
}

const REDRAW_MS = 100;
const BAR = 20;
/** Before that, an estimate of the time left says nothing. */
const ESTIMATE_MS = 1000;

/**
 * Shows progress: on a terminal as one line, redrawn ten times a second at most and gone at the
 * end; elsewhere as a line when a stage begins and one when it ends.
 */
export function createProgress({ stream, isTty, now }: ProgressContext): Progress {
  const stages: StageState[] = [];
  let drawnAt = -Infinity;
  let isDrawn = false;

  const clear = (): void => {
    if (isDrawn) stream.write("\r\u001b[K");
    isDrawn = false;
  };
  const draw = (force: boolean): void => {
    const state = stages.at(-1);
    const moment = now();
    if (!isTty || state === undefined || (!force && moment - drawnAt < REDRAW_MS)) return;
    const width = Math.max(1, (stream.columns || 80) - 1);
    stream.write(`\r${formatStage(state, moment).slice(0, width)}\u001b[K`);
    drawnAt = moment;
    isDrawn = true;
  };
  const log = (line: string): void => {
    clear();
    stream.write(line + "\n");
    draw(true);
  };

  const stage = (name: string, total?: number): Stage => {
    const state: StageState = { name, total, count: 0, begun: now() };
    stages.push(state);
    if (!isTty) log(total === undefined ? name : `${name} (${formatCount(total)})`);
    draw(true);
    return {
      advance(count = 1) {
        state.count += count;
        draw(false);
      },
      done(detail) {
        const index = stages.indexOf(state);
        if (index === -1) return;
        stages.splice(index, 1);
        if (!isTty || detail !== undefined) log(formatEnd(state, now(), detail));
        else clear();
        draw(true);
      },
    };
  };
  return { stage, log };
}

/**
 * Writes a number with a comma between thousands, whatever the locale.
 */
export function formatCount(count: number): string {
  return count.toLocaleString("en");
}

/**
 * Writes a length of time for people: "0.4 s", "12 s", "3 min 5 s".
 */
export function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return seconds < 9.95 ? `${seconds.toFixed(1)} s` : formatSeconds(Math.round(seconds));
}

function formatSeconds(whole: number): string {
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function formatStage({ name, total, count, begun }: StageState, moment: number): string {
  if (total === undefined) return count === 0 ? name : `${name}  ${formatCount(count)}`;
  const share = total === 0 ? 1 : Math.min(1, count / total);
  const filled = Math.floor(share * BAR);
  const parts = [
    name,
    `[${"#".repeat(filled)}${" ".repeat(BAR - filled)}]`,
    `${formatCount(count)}/${formatCount(total)}`,
    `${Math.floor(share * 100)} %`,
  ];
  const elapsed = moment - begun;
  if (elapsed >= ESTIMATE_MS && share > 0 && share < 1) {
    parts.push(`${formatSeconds(Math.ceil((elapsed * (1 - share)) / share / 1000))} left`);
  }
  return parts.join("  ");
}

function formatEnd({ name, count, begun }: StageState, moment: number, detail?: string): string {
  const amount = count === 0 ? "done" : formatCount(count);
  const remark = detail === undefined ? "" : `, ${detail}`;
  return `${name}: ${amount} in ${formatDuration(moment - begun)}${remark}`;
}
