import type { Explanation } from "./rule.ts";
import { quoted } from "./quoted.ts";

/** Markup of another program. */
export interface ShortcodeDetails {
  written: string;
  /** Whose it is. */
  program: string;
  /** What says the same here, as a sentence or two. */
  remedy: string;
}

/** What to say of markup of another program, and of what becomes of it. */
export function explainShortcode(
  { written, program, remedy }: ShortcodeDetails,
  outcome = "is shown as is",
): Explanation {
  return { message: `${quoted(written)} is markup of ${program}, and ${outcome}.`, fix: remedy };
}
