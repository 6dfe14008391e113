import type { Picture } from "../../domain/publication.ts";

/** A picture that can be shown, or why it cannot. */
export type PictureReading =
  | { picture: Picture }
  | { fault: "missing" | "broken" | "format" | "too-large" | "unsafe"; why: string };
