import type { Measured } from "./run-measured.ts";

/** A step of a benchmark with what it took. */
export interface MeasuredStep extends Measured {
  /** Who did what. */
  step: string;
}

/** A step that did not do what it should; its figures would mean nothing. */
export class StepFailed extends Error {
  override name = "StepFailed";
}
