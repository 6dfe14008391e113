import { inContent } from "../domain/content-path.ts";
import { lines } from "./quoted.ts";

/** A list of `redirects.yaml`. */
export type RedirectList = "moved" | "gone";

/** The path of `redirects.yaml` as people type it. */
export const REDIRECTS = inContent("redirects.yaml");

/** The beginning of a remedy that gives lines of `redirects.yaml`, which not every publication has. */
export function addTo(isNew: boolean): string {
  return isNew
    ? `create ${REDIRECTS} with`
    : `add to ${REDIRECTS} (the first line only if it is not there yet)`;
}

/** Entries of `redirects.yaml` as they are typed, below the sentence that asks for them. */
export function entries(
  list: RedirectList,
  written: readonly (readonly [from: string, value: string])[],
): string {
  return lines(`${list}:`, ...written.map(([from, value]) => `  ${from}: ${value}`));
}
