import { planReturn } from "../deploy/rollback-plan.ts";
import { bundleId } from "../pipeline/earlier-bundles.ts";
import type { KeptBundle } from "../pipeline/earlier-bundles.ts";
import type { PublicState } from "../pipeline/public-state.ts";
import { printable } from "../report/terminal-text.ts";
import { formatCount } from "./outcome.ts";

/** How many paths are told one by one. */
const MOST_TOLD = 20;

/** The bundles that can be made public again, for people, the one that was replaced last first. */
export function formatHistory(
  bundles: readonly KeptBundle[],
  found: PublicState,
  target: string,
): string {
  const current = found.digest === undefined ? undefined : bundleId(found.digest);
  const rows = [...bundles].reverse().map((one) => {
    const { id, until } = one;
    if (id === current && !found.hasJournal) return `${id}  public now\n`;
    return `${id}  public until ${printable(until).slice(0, 16)}Z  ${stateOf(one, found, bundles)}\n`;
  });
  const others = bundles.filter(({ id }) => id !== current);
  // One that is half replaced can be made whole again.
  if (others.length === 0 && !(found.hasJournal && rows.length > 0))
    return `${target} has nothing to go back to. Uploads with --keep N keep what they replace.\n`;
  return rows.join("");
}

function stateOf(
  { entries }: KeptBundle,
  found: PublicState,
  bundles: readonly KeptBundle[],
): string {
  if (entries === undefined) return "cannot be made public again: its records are gone or damaged";
  const { missing } = planReturn(entries, found.entries, new Set(found.doubtful), bundles);
  if (missing.length === 0) return `${formatCount(entries.length)} files`;
  return `cannot be made public again: ${formatCount(missing.length)} of its files were not kept`;
}

/** Paths, one a line; of many the first ones, and how many more there are. */
export function listed(paths: readonly string[]): string {
  const told = paths.slice(0, MOST_TOLD).map((path) => `  ${printable(path)}\n`);
  const rest = paths.length - told.length;
  return told.join("") + (rest > 0 ? `  and ${formatCount(rest)} more\n` : "");
}
