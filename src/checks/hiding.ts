/** A fault in the notation hides what is wrong with what is written. */
const HIDES =
  /^(?:yaml|front-matter|mdx|schema)\/|^(?:body\/(?:more-faults|unreadable)|component\/unknown)$/;

/** Whether a rule is one of the notation of a file: what else is wrong there is told in full once its breaches are fixed. */
export function hidesOthers(code: string): boolean {
  return HIDES.test(code);
}
