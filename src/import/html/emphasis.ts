import { isWide } from "../../markdown/wide-text.ts";

/** The characters that a mark of emphasis would stand between: outside and inside, at its beginning and its end. */
export interface Surroundings {
  before: string;
  content: string;
  after: string;
}

/** Whether a run of `sign` begins emphasis before the content and ends it behind, as CommonMark (6.2) and Stet read it. */
export function canMark(sign: "*" | "_" | "~", { before, content, after }: Surroundings): boolean {
  const first = Array.from(content.slice(0, 2))[0] ?? "";
  const last = Array.from(content.slice(-2)).at(-1) ?? "";
  const outerBefore = Array.from(before.slice(-2)).at(-1) ?? "";
  const outerAfter = Array.from(after.slice(0, 2))[0] ?? "";
  if (first === "" || [first, last, outerBefore, outerAfter].includes(sign)) return false;
  if (sign === "_" && (isLetter(outerBefore) || isLetter(outerAfter))) return false;
  // It would be taken for a part of an address of mail.
  if (sign === "_" && /^[\w.+-]+@/.test(content)) return false;
  return isFlanking(outerBefore, first) && isFlanking(outerAfter, last);
}

/** Whether a run between the two can open or close towards the inner one. */
function isFlanking(outer: string, inner: string): boolean {
  if (isBlank(inner)) return false;
  if (!/[\p{P}\p{S}]/u.test(inner)) return true;
  if (isBlank(outer) || /\p{P}/u.test(outer)) return true;
  return isWide(outer) && !/[\p{P}\p{S}]/u.test(outer) && /\p{P}/u.test(inner);
}

function isBlank(character: string): boolean {
  return /^\s*$/.test(character);
}

function isLetter(character: string): boolean {
  return character !== "" && !isBlank(character) && !/[\p{P}\p{S}]/u.test(character);
}
