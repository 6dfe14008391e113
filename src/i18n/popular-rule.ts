import { filled } from "./filled.ts";
import type { Messages } from "./messages.ts";
import { counted } from "./plural.ts";

/** The numbers of the rule that ranks popular articles. */
export interface PopularNumbers {
  own: number;
  link: number;
  followUp: number;
  followUps: number;
  reads: number;
  halfLife: number;
}

/**
 * The rule that ranks popular articles, a sentence or two for each of its parts; `wasCounted` says whether it is known how
 * often articles were read. `language` is that of the messages.
 */
export function popularRule(
  words: Messages["popular"]["rule"],
  { rule, counted: wasCounted }: { rule: PopularNumbers; counted: boolean },
  language: string,
): string[] {
  const format = new Intl.NumberFormat(language);
  const numbers = {
    points: counted(words.points, rule.own, language),
    link: format.format(rule.link),
    followUp: format.format(rule.followUp),
    followUps: format.format(rule.followUps),
    reads: format.format(rule.reads),
    halfLife: format.format(rule.halfLife),
  };
  const { start, read, unread, age, editors, front } = words;
  return [start, wasCounted ? read : unread, age, editors, front].map((sentence) =>
    filled(sentence, numbers),
  );
}
