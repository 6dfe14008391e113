import type { Image } from "../../domain/publication.ts";

/** A picture that can be shown, or why it cannot. */
export type ExaminedImage =
  | { image: Image }
  | { fault: "missing" | "broken" | "format" | "too-large" | "unsafe"; why: string };
