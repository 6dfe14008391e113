import { contentType } from "./content-type.ts";

/** Texts, and code: they become much smaller. */
const PACKABLE =
  /^(?:text\/|image\/svg\+xml|application\/(?:wasm$|x-subrip|(?:[a-z]+\+)?(?:xml|json|jsonl)))/;

/** Below so many bytes there is nothing to gain. */
export const WORTH_PACKING = 1000;

/** Whether files of a media type become much smaller when they are packed. */
export function isPackable(type: string): boolean {
  return PACKABLE.test(type);
}

/** Whether a file of the bundle gains by being packed, by its name and its length. */
export function isWorthPacking(path: string, bytes: number): boolean {
  return bytes >= WORTH_PACKING && isPackable(contentType(path));
}
